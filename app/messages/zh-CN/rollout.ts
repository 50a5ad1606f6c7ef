import type { Catalogue } from '../catalogue.ts';

export const rollout: Catalogue['rollout'] = {
  first: '修订 {revision} 先在 {first} 上应用；{waiting} 仍为修订 {previous}，等待中。',
  stopped: '修订 {revision} 在 {first} 上停下。{waiting} 保持修订 {previous}。',
  why: '{first} 报告：{detail}',
  whyLine: '失败于：{line}（{error}）',
  unreachable: '{first} 不可达。',
  goOn: '让其他调度器继续…',
  goOnTitle: '让 {waiting} 继续',
  goOnText: '尽管 {first} 没有应用，它们现在就会得到修订 {revision}。在那里失败的，在它们上也可能失败。',
  goOnNow: '继续',
  goneOn: '其他调度器继续应用修订 {revision}。',
  goBack: '回到修订 {previous}…',
};
