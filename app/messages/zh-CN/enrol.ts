import type { Catalogue } from '../catalogue.ts';

export const enrol: Catalogue['enrol'] = {
  title: '将调度器加入 {cluster}',
  name: '调度器名称',
  make: '生成命令',
  paste: '以 root 身份粘贴到 {name} 上：',
  onceRich: '令牌只能使用一次，有效至 <time></time>。仅在此显示。',
  waiting: '正在等待 {name} 连接…',
  waitingNote: '它需要 Node 和 ip_vs 模块，并能访问此控制台。它不监听任何端口。',
  here: '{name} 已连接。',
  open: '打开 {name}',
  tokens: '未使用的令牌',
  revoke: '吊销',
  untilRich: '有效至 <time></time>',
  line: '要粘贴的命令',
  madeBy: '由 {by} 生成',
  revokeOf: '吊销 {name} 的令牌',
  revoked: '令牌已吊销。',
};
