import type { Catalogue } from '../catalogue.ts';

export const merge: Catalogue['merge'] = {
  theirs: '对方：{by}，{when}',
  theirsFrom: '从修订 {base} 到 {newest}',
  mine: '您的',
  mineFrom: '基于修订 {base}',
  mineNothing: '您的变更已无剩余：对方已包含。',
  theirsNothing: '对方的变更在此没有可见的内容。',
  reading: '正在读取两处变更…',
  clean: '两者没有触及同一处：您的变更叠加在对方之上。',
  clashes: '有 {count} 处双方都改了。您选择之前以对方的为准。',
  clashesTitle: '双方都改了',
  choose: '{place} 采用哪一个',
  takeTheirs: '对方的',
  takeMine: '您的',
  was: '原为 {value}',
  nothing: '无',
  allMine: '全部用您的',
  allTheirs: '全部用对方的',
  refused: '两者这样无法并存：',
  failed: '两处变更无法合并。请返回表单；您输入的内容都还在。',
};
