/**
 * One CPU of those a process may run on, given as the kernel lists them (`0-1,4`; proc(5), Cpus_allowed_list). `dice`
 * is in 0 ≤ dice < 1.
 *
 * User-mode Linux has one CPU of its own and hands over between two processes at each system call of the guest. Between
 * CPUs that costs a wake-up, in a virtual machine up to 30 times the work itself: bound to one the guest is 10 times
 * faster.
 */
export function chooseCpu(allowed: string, dice: number): number {
  const cpus = allowed.split(',').flatMap((range) => {
    const [first = 0, last = first] = range.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
  return cpus[Math.floor(dice * cpus.length)] ?? 0;
}
