import type { Catalogue } from '../catalogue.ts';

export const listing: Catalogue['listing'] = {
  as: '显示为',
  table: '表格',
  ipvsadm: 'ipvsadm',
  director: '调度器',
  title: '{director} 上的 ipvsadm -Ln',
  unknown: '未知：10 秒没有读到 {director} 的表。',
  noDirector: '还没有调度器。',
  noMatch: '没有符合筛选的行。',
  reading: '正在读取 {director} 的表…',
  none: '它不在这个内核中。',
};
