import { describe, expect, it } from 'vitest';
import { remarksOf, tableOf } from './read-table.example.ts';

const web = ['TCP 10.0.0.4:80 rr', '  10.0.0.21:80 DR weight 3'];

describe('reads the same service however it is laid out', () => {
  it.each([
    [
      'a line each',
      'virtual_server 10.0.0.4 80 {\n lb_algo rr\n lb_kind DR\n protocol TCP\n real_server 10.0.0.21 80 {\n weight 3\n }\n}\n',
    ],
    [
      'braces on lines of their own',
      'virtual_server 10.0.0.4 80\n{\nlb_algo rr\nlb_kind DR\nprotocol TCP\nreal_server 10.0.0.21 80\n\n{\nweight 3\n}\n}',
    ],
    [
      'braces among the words',
      'virtual_server 10.0.0.4 80 { lb_algo rr\nlb_kind DR\nprotocol TCP\nreal_server 10.0.0.21 80{ weight 3 }}',
    ],
    [
      'quotes, tabs, comments and carriage returns',
      'virtual_server\t"10.0.0.4" 80 { # the shop\r\n lb_algo \'rr\'! not wrr\r\n lb_kind DR\r\n protocol "T"CP\r\n real_server 10.0.0.21 80 {\r\n weight 3#{\r\n }\r\n}\r\n',
    ],
    [
      'a joined line',
      'virtual_server \\\n 10.0.0.4 \\\n 80 {\n lb_algo rr\n lb_kind DR\n protocol TCP\n real_server 10.0.0.21 80 {\n weight 3\n }\n}\n',
    ],
    [
      'parameters',
      `$VIP=10.0.0.4\n$NET=10.0.0\n$RS1=\${NET}.21\nvirtual_server $VIP 80 {\nlb_algo rr\nlb_kind DR\nprotocol TCP\nreal_server $RS1 80 {\nweight 3\n}\n}\n`,
    ],
    [
      'a forgotten brace at the end',
      'virtual_server 10.0.0.4 80 {\nlb_algo rr\nlb_kind DR\nprotocol TCP\nreal_server 10.0.0.21 80 {\nweight 3\n',
    ],
  ])('%s', (_, text) => {
    expect(tableOf(text)).toEqual(web);
  });
});

describe('goes on behind a forgotten brace', () => {
  const rest = 'lb_algo rr\nlb_kind DR\nprotocol TCP\n';
  it.each([
    [
      'of a real server',
      `virtual_server 10.0.0.4 80 {\n${rest}real_server 10.0.0.21 80 {\nweight 3\nreal_server 10.0.0.22 80 {\nweight 4\n}\n}\n`,
      [...web, '  10.0.0.22:80 DR weight 4'],
      ['5–5 block-not-closed real_server 10.0.0.21 80'],
    ],
    [
      'of a virtual server',
      `virtual_server 10.0.0.4 80 {\n${rest}real_server 10.0.0.21 80 {\nweight 3\n}\nvirtual_server 10.0.0.5 80 {\n${rest}}\n`,
      [...web, 'TCP 10.0.0.5:80 rr'],
      ['1–1 block-not-closed virtual_server 10.0.0.4 80'],
    ],
    [
      'and behind one too many',
      `}\nvirtual_server 10.0.0.4 80 {\n${rest}real_server 10.0.0.21 80 {\nweight 3\n}\n}\n}\n`,
      web,
      ['1–1 block-not-opened }', '10–10 block-not-opened }'],
    ],
  ])('%s', (_, text, table, remarks) => {
    expect(tableOf(text)).toEqual(table);
    expect(remarksOf(text)).toEqual(remarks);
  });
});

it('leaves out lines that only keepalived’s own run could fill in', () => {
  const text = `$BLOCK= \\
  virtual_server 10.0.0.9 80 { \\
  }
$BLOCK
~SEQ(n, 1, 3) static_ipaddress { }
@lb1 virtual_server 10.0.0.4 80 {
  lb_algo rr
}
@^lb1 router_id two
virtual_server 10.0.0.5 80 {
  weight $NONE
}
`;
  expect(remarksOf(text)).toEqual(
    expect.arrayContaining([
      '1–3 no-parameters $BLOCK=    virtual_server 10.0.0.9 80 {    }',
      '4–4 no-parameters $BLOCK',
      '5–5 no-parameters ~SEQ(n, 1, 3) static_ipaddress',
      '6–8 no-conditions @lb1 virtual_server 10.0.0.4 80',
      '9–9 no-conditions @^lb1 router_id two',
      '11–11 value-invalid weight $NONE',
    ]),
  );
  expect(tableOf(text)).toEqual(['UDP 10.0.0.5:80 wlc']);
});
