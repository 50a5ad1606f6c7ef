import type { Catalogue } from './catalogue.ts';
import { access } from './zh-CN/access.ts';
import { advisor } from './zh-CN/advisor.ts';
import { audit } from './zh-CN/audit.ts';
import { checks } from './zh-CN/checks.ts';
import { cluster } from './zh-CN/cluster.ts';
import { connections } from './zh-CN/connections.ts';
import { director } from './zh-CN/director.ts';
import { drafts } from './zh-CN/drafts.ts';
import { drain } from './zh-CN/drain.ts';
import { drift } from './zh-CN/drift.ts';
import { enrol } from './zh-CN/enrol.ts';
import { exportFile } from './zh-CN/export-file.ts';
import { findings } from './zh-CN/findings.ts';
import { firstDirector } from './zh-CN/first-director.ts';
import { change, destinationForm, realServersForm, serviceForm } from './zh-CN/forms.ts';
import { history } from './zh-CN/history.ts';
import { importFile } from './zh-CN/import-file.ts';
import { listing } from './zh-CN/listing.ts';
import { merge } from './zh-CN/merge.ts';
import { model } from './zh-CN/model.ts';
import { notes } from './zh-CN/notes.ts';
import { overview, signIn } from './zh-CN/overview.ts';
import { errors, problems } from './zh-CN/problems.ts';
import { realServer } from './zh-CN/real-server.ts';
import { releases } from './zh-CN/releases.ts';
import { revisions } from './zh-CN/revisions.ts';
import { rollout } from './zh-CN/rollout.ts';
import { service } from './zh-CN/service.ts';
import { settings } from './zh-CN/settings.ts';
import { shell } from './zh-CN/shell.ts';
import { streams } from './zh-CN/streams.ts';
import { tableMenu } from './zh-CN/table-menu.ts';
import { whatIf } from './zh-CN/what-if.ts';
import { words } from './zh-CN/words.ts';

/** Every text of the console in Simplified Chinese. */
export const zhCn: Catalogue = {
  access,
  advisor,
  audit,
  streams,
  cluster,
  checks,
  connections,
  director,
  enrol,
  findings,
  firstDirector,
  overview,
  service,
  signIn,
  realServer,
  change,
  destinationForm,
  drafts,
  drain,
  drift,
  errors,
  exportFile,
  history,
  importFile,
  merge,
  notes,
  listing,
  model,
  rollout,
  settings,
  problems,
  realServersForm,
  releases,
  revisions,
  serviceForm,
  shell,
  tableMenu,
  whatIf,
  words,
};
