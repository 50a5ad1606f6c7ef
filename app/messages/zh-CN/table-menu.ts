import type { Catalogue } from '../catalogue.ts';

export const tableMenu: Catalogue['tableMenu'] = {
  open: '复制和选择列',
  copyAs: '将各行复制为',
  text: '文本',
  csv: 'CSV',
  json: 'JSON',
  copied: '{count, plural, =0 {没有行：只复制了表头。} other {已复制 # 行。}}',
  columns: '列',
};
