import type { Catalogue } from '../catalogue.ts';

export const findings: Catalogue['findings'] = {
  title: '发现',
  all: '全部 {count} 项发现',
  worst: '只看最严重的',
  none: '没有问题。',
  noneYet: '还没有调度器上报，无法判断。',
  noneNow: '未知：10 秒内没有任何调度器的消息。',
  evidence: '依据',
  on: '在 {director} 上',
  since: '已持续 {time}',
  sinceNow: '新出现',
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
    text: 'persistent {timeout} 把同一客户端送往同一真实服务器，绕过调度算法和权重。请取消或缩短持久性，或使用带端口的 mh。',
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
  'persistence-netmask': {
    title: '{destination} 得到 {got} % 的新连接，应为 {expected} %：持久性绑定 /{netmask} 网络',
    text: '同一 /{netmask} 网络的所有客户端都去往同一真实服务器：{templatesAll} 个模板中有 {templates} 个在该处。掩码为单个地址时，每个客户端单独绑定。',
  },
  'persistence-with-least-connection': {
    title: '{destination} 得到 {got} %，应为 {expected} %：{scheduler} 与持久性相冲突',
    text: '{scheduler} 把新客户端送往连接少的地方，而 persistent {timeout} 又让它们都回到那里。有持久性时，wrr 使客户端分布均匀；没有持久性时，{scheduler} 使连接分布均匀。',
  },
  'hash-few-sources': {
    title: '{destination} 得到 {got} % 的新连接，应为 {expected} %：{scheduler} 面对的客户端地址很少',
    text: '{scheduler} 总把同一地址送往同一目标。地址少，或许多客户端共用一个地址时，份额无法符合。标志 port 会连同客户端端口一起散列；wrr 不看客户端。',
  },
  'hash-one-destination': {
    title: '{destination} 得到 {got} % 的新连接，应为 {expected} %：{scheduler} 按 VIP 选择',
    text: '{scheduler} 散列客户端所访问的地址。一个 VIP 只有一个地址，因此其流量都去往一个目标。它是为防火墙标记之后的缓存而设的。',
  },
  'udp-clump': {
    title: '{destination} 得到 {got} % 的数据包，应为 {expected} %：它们来自少数 UDP 套接字',
    text: '同一客户端套接字的所有数据包都去往同一真实服务器，直到它静默 {timeout} 秒。单包调度让每个数据包单独分配；缩短 UDP 超时可让套接字更早移动。',
  },
  'upper-threshold': {
    title: '{destination} 不接受新连接：其上限为 {upper}',
    text: '它有 {activeConn} 个活动连接和 {inactConn} 个非活动连接。低于下限（下限为 0 时低于上限的四分之三）时才再接受。提高上限，或缩短 tcpfin 超时使非活动连接更早消失。',
  },
  'quiesced-by-templates': {
    title: '{destination} 权重为 0，仍得到新连接：持久模板所致',
    text: '模板绕过调度算法和权重 0，流量会使其续期：每个模板在客户端最后一个连接之后再保留 {timeout} 秒。net.ipv4.vs.expire_quiescent_template=1 可让这些客户端立即改去别处。',
  },
  'quiesced-by-reused-ports': {
    title: '{destination} 权重为 0，而 ActiveConn 上升：客户端重用旧端口',
    text: '该处没有新连接，活动连接却从 {lower} 升到 {activeConn}。客户端重用的端口若仍有条目，就去往旧连接所在之处。conn_reuse_mode=1 与 expire_nodest_conn=1 会重新调度它。',
  },
  'return-path-masquerading': {
    title: '{destination} 没有任何应答：{connections} 个连接，没有返回的数据包',
    text: '使用地址伪装时，其应答必须经过调度器返回。请把调度器设为其默认网关，并检查其 rp_filter 和服务本身。',
  },
  'return-path-direct': {
    title: '到 {destination} 的连接似乎无应答：每个数据包 {bytesAPacket} 字节，如同只有 SYN',
    text: '其他目标收到了请求。使用直接路由和隧道时，调度器看不到应答，因此这只是迹象而非证明：请查看 SYN_RECV。然后检查真实服务器：lo 或 tunl0 上的 VIP、rp_filter、隧道、服务。',
  },
  'traffic-vanished': {
    title: '到此 VIP 的数据包突然全部停止',
    text: '此前每秒 {rate} 个新连接，如今 {seconds} 秒没有数据包，而有 {activeConn} 个活动连接正在进行。常见原因是另一台机器应答了 VIP 的 ARP：请在每台真实服务器上设 arp_ignore=1 和 arp_announce=2。也可能是到调度器的路径中断，或客户端静默：调度器无法得知。',
  },
  'came-back': {
    title: '{destination} 在 {seconds} 秒前恢复，有 {activeConn} 个活动连接，按份额应为 {activeExpected} 个',
    text: '连接从不移动。新连接如常到来，其余随客户端重连而来。无需处理；若要更快，请让客户端重连，下次逐步提高权重。',
  },
  'newcomer-gets-all': {
    title: '{destination} 刚加入，得到 {got} % 的新连接，应为 {expected} %',
    text: '{scheduler} 看现有连接，而它还没有：在追上之前几乎得到全部。请逐步提高其权重，或使用只看权重的 wrr。',
  },
  'long-lived-connections': {
    title: '{destination} 有 {activeConn} 个活动连接，按份额应为 {activeExpected} 个，而新连接均衡',
    text: '它的连接持续更久：保持连接，或服务缓慢。此调度算法不看这一点；wlc 会看。或在真实服务器上限制连接时长。',
  },
  'inactive-uneven': {
    title: '{destination} 有 {got} % 的非活动连接，应为 {expected} %，其余均衡',
    text: '真实服务器关闭连接的方式不同，已关闭的连接会保留 tcpfin 超时那么久。新连接按权重到来：请以此判断。无需处理。',
  },
  'slower-server': {
    title: '{destination} 得到 {got} % 的新连接，应为 {expected} %，而负载均衡',
    text: '它的每个连接比其他的更久，而此调度算法使负载均衡：属于设计行为。请修复该服务器，或降低其权重。',
  },
  flapping: {
    title: '{destination} 在十分钟内加入或离开 {changes} 次',
    text: '无法定论的检查使连接跳动。请给它更多重试，或更多时间。',
  },
  'uneven-after-failover': {
    title: '自 VIP 于 {seconds} 秒前来到此处后不均衡',
    text: '只有事先同步的连接能跟来；此处的同步守护进程：{daemons} 个。随客户端重连会恢复均衡。较低的 sync_threshold 会同步更新的连接；mh 加 sloppy_tcp=1 无需同步也能找到同一真实服务器。',
  },
  'directors-in-step': {
    title: '{destination} 得到 {directors} 台调度器的 {got} % 的新连接，应为 {expected} %',
    text: '{scheduler} 在每台调度器上都从同一目标开始，而每台的连接太少，无法拉平。mh 按客户端在所有调度器上作同样选择。',
  },
  'shared-real-server': {
    title: '{server} 服务 {services} 个虚拟服务，每秒得到 {cps} 个新连接，平均为 {expectedCps}',
    text: '每个服务自身均衡，而没有调度算法跨服务相加。请在其中一个服务中降低其权重，或将其移出。',
  },
  figures: {
    got: '份额 %',
    expected: '应为 %',
    chance: '公平调度出现此情况的概率',
    connections: '统计的新连接',
    seconds: '秒数',
    templates: '该处的持久模板',
    templatesAll: '全部模板',
    timeout: '超时（秒）',
    netmask: '掩码 /',
    scheduler: '调度算法',
    activeConn: 'ActiveConn',
    activeExpected: '按份额的 ActiveConn',
    inactConn: 'InActConn',
    upper: '上限',
    lower: '下界',
    packets: '入数据包',
    answered: '出数据包',
    bytesAPacket: '每包字节',
    rate: '此前每秒新连接',
    cps: '每秒新连接',
    expectedCps: '平均每秒新连接',
    changes: '加入或离开次数',
    daemons: '同步守护进程',
    syncThreshold: 'sync_threshold',
    directors: '调度器',
    services: '虚拟服务',
    server: '真实服务器',
  },
  remedies: {
    'remove-persistence': '取消持久性',
    'whole-netmask': '绑定单个客户端',
    'hash-port': '同时散列端口',
    scheduler: '{scheduler}',
    'mh-port': '带端口的 mh，无持久性',
    'one-packet': '单包调度',
    thresholds: '上限 {upper}',
    noThresholds: '取消上下限',
  },
  previewOf: '预览：{remedy}',
  seeClients: '查看客户端',
  seeStates: '查看连接',
  remedyGone: '定义中已无此处。',
  templates:
    '{all, plural, one {一个客户端网络持有 100 % 的模板。} other {# 个客户端网络持有模板；其中 {percent} % 的模板在该处。}}',
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
