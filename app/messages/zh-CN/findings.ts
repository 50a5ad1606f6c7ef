import type { Catalogue } from '../catalogue.ts';

export const findings: Catalogue['findings'] = {
  title: '发现',
  none: '没有问题。',
  noneYet: '还没有调度器上报，无法判断。',
  noneNow: '未知：10 秒内没有任何调度器的消息。',
  evidence: '依据',
  on: '在 {director} 上',
  severity: { critical: '严重', warning: '警告', notice: '提示' },
  drift: {
    title: '内核有 {count} 个条目不同',
    text: '有人或有程序绕过 Shoal 改动了 {director} 的表。以下命令可使其恢复。',
  },
  'foreign-in-the-way': {
    title: '{count} 个已定义的服务已存在于内核',
    text: '它们不属于 Shoal，因此未被改动。可以接管，或手动删除。',
  },
  'setting-unsupported': {
    title: '{director} 的内核没有 {count} 个已定义的设置',
    text: '内核 {kernel} 在 /proc/sys/net/ipv4/vs 中没有这些文件，因此未作设置。请不再定义它们，或使用具备它们的内核。',
  },
  unreachable: {
    title: '没有 {director} 的消息',
    text: '已持续 {seconds} 秒。其流量照常；其数值未知。',
    never: '它的代理从未连接。',
  },
  'apply-failed': {
    title: '{director} 上的一次变更失败',
    text: '失败步骤之后的步骤已跳过。',
  },
  'intent-refused': {
    title: '{director} 拒绝了一次变更（{code}）',
    text: '其内核保持原样。',
  },
  'agent-trouble': {
    title: '{director} 上的代理遇到问题',
    text: '它会继续尝试。',
  },
  'skew-persistence': {
    title: '{destination} 得到 {got} % 的新连接，应为 {expected} %：持久性所致',
    text: 'persistent {timeout} 把同一客户端送往同一真实服务器，绕过调度算法和权重。客户端少，或许多客户端共用一个地址时，份额无法符合权重。缩短超时、取消持久性，或使用带端口的 mh 或 sh 可使其均衡。',
  },
  skew: {
    title: '{destination} 得到 {got} % 的新连接，应为 {expected} %',
    text: '请检查：客户端地址是否很少（sh 或 dh）、连接是否持续很久，或是否有真实服务器刚刚恢复。',
  },
  'drain-held-by-persistence': {
    title: '{destination} 正在排空，而 {count} 个持久模板仍可能带来客户端',
    text: '模板绕过调度算法和权重 0，其流量会续期：每个模板在客户端最后一个连接之后再保留 {timeout} 秒。在调度器上设置 net.ipv4.vs.expire_quiescent_template=1 可让这些客户端立即改去别处。',
  },
  'no-destination-serves': {
    title: '没有目标在服务',
    text: '到此虚拟服务的新连接会被拒绝或丢弃。',
  },
  facts: {
    connections: '统计的新连接',
    seconds: '秒数',
    chance: '公平调度出现此情况的概率',
    templates: '该处的持久模板 / 全部',
    kernelSaid: '内核回答',
    line: '命令',
    detail: '详情',
  },
  putRight: '恢复…',
  takeOver: '接管…',
  editPersistence: '编辑持久性…',
  open: '打开',
};
