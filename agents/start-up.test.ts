import { expect, test } from 'vitest';
import { NetlinkError } from './netlink/netlink-error.ts';
import { checkKernel } from './start-up.ts';

const fails = (error: Error) => checkKernel({ readInfo: () => Promise.reject(error) });

test('a missing permission and a missing module say what to do', async () => {
  await expect(fails(new NetlinkError('GET_INFO', 1))).rejects.toMatchObject({ exitCode: 3 });
  await expect(fails(new NetlinkError('GET_INFO', 1))).rejects.toThrow('CAP_NET_ADMIN');
  await expect(fails(new NetlinkError('GETFAMILY', 2))).rejects.toMatchObject({ exitCode: 4 });
  await expect(fails(new NetlinkError('GETFAMILY', 2))).rejects.toThrow('modprobe ip_vs');
});

test('anything else is told as it is', async () => {
  const other = new NetlinkError('GET_INFO', 12);
  await expect(fails(other)).rejects.toBe(other);
});
