import { access } from './en/access.ts';
import { advisor } from './en/advisor.ts';
import { audit } from './en/audit.ts';
import { checks } from './en/checks.ts';
import { connections } from './en/connections.ts';
import { drafts } from './en/drafts.ts';
import { drain } from './en/drain.ts';
import { drift } from './en/drift.ts';
import { exportFile } from './en/export-file.ts';
import { findings } from './en/findings.ts';
import { firstDirector } from './en/first-director.ts';
import { change, destinationForm, enrol, realServersForm, serviceForm } from './en/forms.ts';
import { history } from './en/history.ts';
import { importFile } from './en/import-file.ts';
import { listing } from './en/listing.ts';
import { merge } from './en/merge.ts';
import { model } from './en/model.ts';
import { notes } from './en/notes.ts';
import { cluster, director, overview, realServer, service, signIn } from './en/pages.ts';
import { errors, problems } from './en/problems.ts';
import { releases } from './en/releases.ts';
import { revisions } from './en/revisions.ts';
import { rollout } from './en/rollout.ts';
import { settings } from './en/settings.ts';
import { shell } from './en/shell.ts';
import { streams } from './en/streams.ts';
import { tableMenu } from './en/table-menu.ts';
import { whatIf } from './en/what-if.ts';
import { words } from './en/words.ts';

/** Every text of the console in English. Its keys are the keys of all languages. */
export const en = {
  access,
  advisor,
  audit,
  streams,
  change,
  cluster,
  checks,
  connections,
  destinationForm,
  director,
  drafts,
  drain,
  drift,
  enrol,
  errors,
  exportFile,
  findings,
  firstDirector,
  history,
  importFile,
  merge,
  notes,
  listing,
  model,
  overview,
  problems,
  realServer,
  realServersForm,
  releases,
  revisions,
  rollout,
  service,
  serviceForm,
  settings,
  shell,
  tableMenu,
  signIn,
  whatIf,
  words,
} as const;
