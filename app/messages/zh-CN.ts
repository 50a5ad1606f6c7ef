import type { Catalogue } from './catalogue.ts';
import { en } from './en.ts';
import { access } from './zh-CN/access.ts';
import { audit } from './zh-CN/audit.ts';
import { cluster } from './zh-CN/cluster.ts';
import { director } from './zh-CN/director.ts';
import { enrol } from './zh-CN/enrol.ts';
import { change, destinationForm, drain, realServersForm, serviceForm } from './zh-CN/forms.ts';
import { errors, problems } from './zh-CN/problems.ts';
import { realServer } from './zh-CN/real-server.ts';
import { shell } from './zh-CN/shell.ts';
import { words } from './zh-CN/words.ts';

// What is not translated yet stands in English.
export const zhCn: Catalogue = {
  ...en,
  access,
  audit,
  cluster,
  director,
  enrol,
  realServer,
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
