import type { Catalogue } from './catalogue.ts';
import { en } from './en.ts';
import { change, destinationForm, drain, realServersForm, serviceForm } from './zh-CN/forms.ts';
import { errors, problems } from './zh-CN/problems.ts';
import { shell } from './zh-CN/shell.ts';
import { words } from './zh-CN/words.ts';

// What is not translated yet stands in English.
export const zhCn: Catalogue = {
  ...en,
  change,
  destinationForm,
  drain,
  errors,
  problems,
  realServersForm,
  serviceForm,
  shell,
  words,
};
