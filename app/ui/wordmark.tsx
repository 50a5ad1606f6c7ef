/** The name with its mark: a small school of fish, all going the same way, like `->` in front of a destination. */
export function Wordmark({ size = 16 }: { readonly size?: number }) {
  return (
    <span className="inline-flex items-center gap-[0.45em] font-semibold tracking-[-0.02em]" style={{ fontSize: size }}>
      <svg aria-hidden viewBox="0 0 22 16" width={size * 1.3} height={size * 0.95} fill="currentColor">
        <path d="M8 3.1c1.9-2 5-2 7 0-2 2-5.1 2-7 0L6.2 4.6V1.6z" opacity="0.55" />
        <path d="M14 8c1.9-2 5-2 7 0-2 2-5.1 2-7 0l-1.8 1.5v-3z" />
        <path d="M5 8c1.6-1.7 4.2-1.7 5.9 0-1.7 1.7-4.300 1.7-5.9 0L3.500 9.300V6.700z" opacity="0.4" />
        <path d="M8 12.900c1.900-2 5-2 7 0-2 2-5.100 2-7 0l-1.800 1.500v-3z" opacity="0.75" />
      </svg>
      shoal
    </span>
  );
}
