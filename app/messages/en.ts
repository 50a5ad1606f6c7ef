import { drift } from './en/drift.ts';
import { findings } from './en/findings.ts';
import { access, audit, change, destinationForm, drain, enrol, realServersForm, serviceForm } from './en/forms.ts';
import { listing } from './en/listing.ts';
import { model } from './en/model.ts';
import { cluster, director, overview, realServer, service, signIn } from './en/pages.ts';
import { errors, problems } from './en/problems.ts';
import { rollout } from './en/rollout.ts';
import { settings } from './en/settings.ts';
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
  drift,
  enrol,
  errors,
  findings,
  listing,
  model,
  overview,
  problems,
  realServer,
  realServersForm,
  rollout,
  service,
  serviceForm,
  settings,
  shell,
  signIn,
  words,
} as const;
