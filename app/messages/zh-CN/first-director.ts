import type { Catalogue } from '../catalogue.ts';

export const firstDirector: Catalogue['firstDirector'] = {
  order: '调度器',
  allAtOnce: '全部同时',
  oneFirst: '先',
  which: '先行的调度器',
  thenRest: '再其余',
  firstNote: '其余调度器等到 {first} 应用并回读之后。如果在它上面失败，其余保持原样。',
  held: '{names} 正在等待 {first}。',
  stopped: '在 {first} 上失败。{names} 保持之前的内容。',
  silent: '{first} 没有连接。{names} 正在等待它。',
  goOn: '让其余继续…',
  goOnTitle: '让其余继续',
  goOnNote: '它们现在会收到同一修订。',
  goOnNow: '继续',
  cancel: '取消',
  goBack: '回到修订 {revision}…',
  goBackFirst: '在它之前没有修订。',
};
