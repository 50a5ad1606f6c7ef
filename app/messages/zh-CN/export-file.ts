import type { Catalogue } from '../catalogue.ts';

export const exportFile: Catalogue['exportFile'] = {
  open: '导出…',
  title: '导出 {cluster}，修订 {revision}',
  format: '格式',
  formats: {
    'ipvsadm-save': 'ipvsadm-restore 规则',
    keepalived: 'keepalived.conf',
    'shoal-json': 'JSON',
    'shoal-yaml': 'YAML',
    script: '启动/停止脚本',
  },
  notes: {
    'ipvsadm-save': '供 `ipvsadm -R` 使用。其中无法写超时和 net.ipv4.vs 设置；名称写在注释里，只有 Shoal 会读取。',
    keepalived:
      '其中的 virtual_server 块。无法写 net.ipv4.vs 设置；keepalived 无法表达的写在注释里，只有 Shoal 会读取。',
    'shoal-json': '全部内容，供程序使用。',
    'shoal-yaml': '全部内容，供人阅读。',
    script: '独立运行：在没有 Shoal 的调度器上建立和撤除所定义的内容。不能再读回。',
  },
  writing: '正在生成…',
  download: '下载 {name}',
  drains: '按书写的内容导出：不含排空。',
  lines: '{count} 行',
  cut: '显示 {all} 行中的前 {shown} 行；复制和下载包含全部。',
};
