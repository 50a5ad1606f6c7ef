/*
 * A ptrace() that lets user-mode Linux run on CPUs with AMX, whose register state is larger than it knows.
 *
 * The kernel takes PTRACE_SETREGSET of NT_X86_XSTATE only in the CPU's full size (xstateregs_set in
 * arch/x86/kernel/fpu/regset.c); user-mode Linux 6.1 passes 2696 bytes, enough up to AVX-512, and its first process
 * dies of the refusal. What lies beyond belongs to AMX, which a process must ask for and no guest process can, so it is
 * passed as unused. Preloaded into linux.uml; needs no headers, so that a bare compiler will do.
 */
enum { SYS_ptrace = 101, PTRACE_GETREGSET = 0x4204, PTRACE_SETREGSET = 0x4205, NT_X86_XSTATE = 0x202, HEADER = 512 };

struct iovec {
  void *base;
  unsigned long length;
};

extern long syscall(long number, ...);
extern int *__errno_location(void);

static unsigned char state[65536] __attribute__((aligned(64)));
static unsigned long full_length;

static long set_state(int pid, struct iovec *given) {
  struct iovec whole = {state, sizeof state};
  unsigned long i;

  if (!full_length) {
    if (syscall(SYS_ptrace, (long)PTRACE_GETREGSET, pid, (long)NT_X86_XSTATE, &whole) < 0) return -1;
    full_length = whole.length;
    for (i = 0; i < sizeof state; i++) state[i] = 0;
  }
  if (given->length >= full_length) return syscall(SYS_ptrace, (long)PTRACE_SETREGSET, pid, (long)NT_X86_XSTATE, given);

  for (i = 0; i < given->length / 8; i++) ((unsigned long *)state)[i] = ((unsigned long *)given->base)[i];
  /* Bits 17 and 18 of XSTATE_BV: the AMX tiles are in their initial state. */
  *(unsigned long *)(state + HEADER) &= ~(3ul << 17);
  whole.length = full_length;
  return syscall(SYS_ptrace, (long)PTRACE_SETREGSET, pid, (long)NT_X86_XSTATE, &whole);
}

long ptrace(int request, int pid, void *address, void *data) {
  long word, result;

  if (request == PTRACE_SETREGSET && (long)address == NT_X86_XSTATE) return set_state(pid, data);
  if (request < 1 || request > 3) return syscall(SYS_ptrace, (long)request, pid, address, data);

  /* PTRACE_PEEK…: the system call stores the word, the library's function returns it. */
  result = syscall(SYS_ptrace, (long)request, pid, address, &word);
  if (result < 0) return result;
  *__errno_location() = 0;
  return word;
}
