import type { Catalogue } from '../catalogue.ts';

export const signIn: Catalogue['signIn'] = {
  title: '登录',
  username: '用户名',
  password: '密码',
  submit: '登录',
  wrong: '用户名或密码错误。',
  tooMany: '尝试次数过多。请等一分钟。',
  firstRun: '第一次使用？首个用户名和密码打印在启动控制台的地方。',
};

export const overview: Catalogue['overview'] = {
  title: '概览',
  clusters: '集群',
  cluster: '集群',
  directors: '同步的调度器',
  services: '虚拟服务',
  realServers: '真实服务器',
  counts: '{serving} 台服务中',
  draining: '{count} 台排空中',
  out: '{count} 台停用',
  unknownCount: '{count} 台未知',
  skew: '均衡',
  skewed: '{count} 个倾斜',
  noSkew: '未见倾斜',
  inStep: '{inStep} / {all}',
  busiest: '取最忙的调度器：主备从不相加。',
  addCluster: '添加集群…',
  clusterName: '集群名称',
  clusterNote: '同一集群的调度器共用一份定义。',
  create: '创建',
  empty: '还没有集群。',
  emptyNext: '集群包含共用一份定义的调度器。先创建一个，再注册它的第一台调度器。',
  noDirectors: '没有调度器',
};
