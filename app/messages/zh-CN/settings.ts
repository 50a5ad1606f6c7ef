import type { Catalogue } from '../catalogue.ts';

export const settings: Catalogue['settings'] = {
  tab: '设置',
  intro: '除内核表之外，各调度器内核的设置方式。保持原样的项，Shoal 既不设置也不监视。',
  changed: '{count, plural, =0 {没有改动。} other {改动了 # 项设置。}}',
  preview: '预览…',
  previewOff: '请先改动一项设置。',
  discard: '放弃',
  drawer: '更改 {cluster} 的设置',
  defined: '定义',
  kernelNow: '内核现状',
  leave: '保持原样',
  initial: '内核初始值：{value}',
  none: '内核没有此项',
  unknown: '未知',
  differs: '不同',
  noDirectors: '还没有调度器。',
  loading: '正在读取定义…',
  other: '{value}（现有定义）',
  on: '在 {directors} 上',
  seconds: '秒',
  groups: {
    drift: '手工改动',
    guard: '容量保护',
    timeouts: '超时',
    draining: '排空与持久性',
    nat: '连接跟踪与伪装',
    defence: '过载防护',
    sync: '同步守护进程与故障切换',
    other: '其他',
  },
  drift: {
    label: '内核与定义不同时',
    report: 'report：只报告，不改动',
    repair: 'repair：立即改正',
    text: 'report 把差异显示为偏差，由人决定：采纳、重新应用或忽略。repair 让每个代理自行撤销手工改动，控制台不在时也一样。不属于 Shoal 的服务在两种方式下都不会被改动。',
  },
  guard: {
    none: '0：关',
    leastServing: {
      label: '至少服务中的目标数',
      text: '针对每个虚拟服务。若排空后权重大于 0 的目标少于此数，则拒绝；管理员可附原因越过。调度器同样会拒绝。检查失败也到此为止：最后几个继续服务，并有一条发现说明。',
    },
    leastWeightPercent: {
      label: '至少服务中的权重份额，%',
      text: '占每个虚拟服务所写权重的比例，规则相同。50 表示更新一半时另一半容量保持服务。',
    },
  },
  timeouts: {
    tcp: {
      label: 'TCP',
      text: '空闲的 TCP 连接保留条目的时间。超过之后，客户端的下一个包会被拒绝：应大于您所用协议的最长静默时间。',
    },
    tcpfin: { label: 'TCP FIN', text: '看到 FIN 之后条目保留的时间。短连接很多时，缩短可节省内存。' },
    udp: { label: 'UDP', text: '最后一个 UDP 包之后条目保留的时间，也是 UDP 排空最长所需的时间。' },
  },
  values: {
    off: '0：关',
    on: '1：开',
    never: '0：从不',
    automatic: '1：内存不足时',
    automaticNow: '2：内存不足时（现已启用）',
    always: '3：始终',
    reuse0: '0：仍到同一台真实服务器',
    reuse1: '1：安全时重新调度',
    reuse2: '2：正在关闭时也重新调度',
    reuse3: '3：同 2',
  },
  sysctls: {
    expire_quiescent_template:
      '开：权重为 0 的目标，其持久客户端的下一次连接去别处。关：在模板失效前一直会来。如果排空必须按时结束，应打开。',
    expire_nodest_conn:
      '目标被移除后其连接的处理。开：立即结束，客户端重新连接。关：其数据包被静默丢弃；目标恢复后连接继续。',
    conn_reuse_mode:
      '旧连接仍有条目时，客户端再次使用同一端口。0 仍到同一台真实服务器，即使它正在排空；1 在安全时重新调度；2 在旧连接正在关闭时也重新调度，新的真实服务器会更快分到连接。',
    conntrack:
      '为每个 IPVS 连接保留 netfilter 连接跟踪条目，供需要其状态的防火墙规则使用。耗费内存和速度；没有规则需要时应关闭。',
    snat_reroute: '对伪装的应答重新选路，如同由调度器自己发出。策略路由时需要；关闭可省一次查找。',
    nat_icmp_send: '真实服务器发来的伪装连接数据包已没有条目时，以 ICMP “不可达”应答。',
    drop_entry: '随机丢弃半开条目以收回内存：防范 SYN 洪泛。“内存不足时”以 amemthresh 为准。',
    drop_packet: '转发前丢弃一部分入包，使其余的能够通过。比例取决于内存；设为始终时取决于 am_droprate。',
    secure_tcp: '使用更严格的 TCP 状态表，半开连接更快超时：防范洪泛。',
    amemthresh: '必须空闲的内存页数。低于此值时，设为“内存不足时”的防护启动。',
    am_droprate: 'drop_packet 设为始终时：每这么多个包丢弃一个。',
    sync_threshold:
      '连接收到多少个包后告知备用调度器，此后每个同步周期再告知一次。越小，故障切换时损失越少；越大，同步流量越少。两个数字一起设置。',
    sync_period: '每隔多少个包再次告知。0 表示只在状态变化时告知。必须大于阈值。',
    sync_refresh_period: '在这么多秒内不重复告知没有变化的连接：减少繁忙连接的同步流量。0 表示只按包数。',
    sync_retries: '在刷新周期内重复同步消息的次数，以防消息丢失。',
    sync_persist_mode:
      '开：持久服务只告知模板，不告知每个连接。同步流量更少；备用调度器需要 sloppy_tcp 才能接续已有连接。',
    backup_only: '开：仅为备用的调度器不做均衡。在调度器互为真实服务器时防止数据包循环。',
    sloppy_tcp:
      '由任意数据包建立 TCP 连接，而不仅是 SYN：没有同步的故障切换之后，只要调度算法导向同一台真实服务器（sh、mh），已有连接会继续。',
    sloppy_sctp: '对 SCTP 相同：由任意数据包建立关联，而不仅是 INIT。',
    schedule_icmp: '不属于任何连接的 ICMP 包也进行调度。',
    ignore_tunneled: '不处理到达 VIP 的隧道数据包。在调度器同时是隧道后的真实服务器时防止循环。',
    pmtu_disc: '开：对去往真实服务器的路径来说过大的包会被拒绝，使客户端发送较小的包。关：允许隧道将其分片。',
    cache_bypass: '用于透明缓存：没有缓存可用时，数据包继续发往客户端原来的地址。',
  },
};
