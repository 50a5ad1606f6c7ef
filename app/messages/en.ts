import { findings } from './en/findings.ts';
import { access, audit, change, destinationForm, drain, enrol, realServersForm, serviceForm } from './en/forms.ts';
import { cluster, director, overview, realServer, service, signIn } from './en/pages.ts';
import { errors, problems } from './en/problems.ts';
import { shell } from './en/shell.ts';
import { words } from './en/words.ts';

/** Every text of the console in English. Its keys are the keys of all languages. */
export const en = {
  access,
  audit,
  change,
  cluster,
  destinationForm,
  director,
  drain,
  enrol,
  errors,
  findings,
  overview,
  problems,
  realServer,
  realServersForm,
  service,
  serviceForm,
  shell,
  signIn,
  words,
} as const;
