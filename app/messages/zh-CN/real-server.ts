import type { Catalogue } from '../catalogue.ts';

export const realServer: Catalogue['realServer'] = {
  title: '真实服务器 {name}',
  places: '目标',
  drain: '排空…',
  return: '恢复服务…',
  outRich: '停用：{by} 于 <since></since> 排空。“{reason}”',
  whyOut: '停用原因',
  leftUnknown: '剩余多少未知',
  noPlaces: '它不在任何虚拟服务中。',
  noPlacesNext: '当某个虚拟服务有使用其地址的目标，且有调度器上报后，会显示在这里。',
  drainAll: '一次排空它在集群所有虚拟服务中的全部目标。',
  left: '剩余 {activeConn} 个活动连接，{persistConn} 个持久模板',
  empty: '已空：没有剩余。',
};
