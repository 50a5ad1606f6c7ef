/** A browser that follows views, as the hub sees it. */
export interface Follower {
  /** Bytes that wait to be sent to it. */
  backlog(): number;
  /** Views that it follows now. */
  following: number;
}

/** Views that one connection may follow at a time; a page follows one or two. */
export const mostFollowed = 50;

/** A caller that isn't a socket: nothing waits. */
export const noSocket = (): Follower => ({ backlog: () => 0, following: 0 });
