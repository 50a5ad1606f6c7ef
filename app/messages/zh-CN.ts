import type { Catalogue } from './catalogue.ts';
import { access } from './zh-CN/access.ts';
import { audit } from './zh-CN/audit.ts';
import { cluster } from './zh-CN/cluster.ts';
import { director } from './zh-CN/director.ts';
import { drift } from './zh-CN/drift.ts';
import { enrol } from './zh-CN/enrol.ts';
import { findings } from './zh-CN/findings.ts';
import { change, destinationForm, drain, realServersForm, serviceForm } from './zh-CN/forms.ts';
import { listing } from './zh-CN/listing.ts';
import { model } from './zh-CN/model.ts';
import { overview, signIn } from './zh-CN/overview.ts';
import { errors, problems } from './zh-CN/problems.ts';
import { realServer } from './zh-CN/real-server.ts';
import { rollout } from './zh-CN/rollout.ts';
import { service } from './zh-CN/service.ts';
import { settings } from './zh-CN/settings.ts';
import { shell } from './zh-CN/shell.ts';
import { words } from './zh-CN/words.ts';

/** Every text of the console in Simplified Chinese. */
export const zhCn: Catalogue = {
  access,
  audit,
  cluster,
  director,
  enrol,
  findings,
  overview,
  service,
  signIn,
  realServer,
  change,
  destinationForm,
  drain,
  drift,
  errors,
  listing,
  model,
  rollout,
  settings,
  problems,
  realServersForm,
  serviceForm,
  shell,
  words,
};
