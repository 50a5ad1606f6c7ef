/** What the keeper is started with: one JSON argument. */
export interface KeeperSettings {
  /**
   * Host folder that holds the sockets `console.sock` (ours to call) and `control.sock` (ours to serve), and `init`, the
   * bash script that the guest runs as its first process. Removed when the lab ends.
   */
  folder: string;
  /** The user-mode Linux kernel. */
  kernel: string;
  /** A library for the kernel's process to load first, or nothing. */
  preload: string;
}

/** The guest's address on the wire to the host, and the port its control server listens on. */
export const controlInGuest = { host: '10.254.0.2', port: 7000 };
