/** Our mark: two sockets of a switchboard and the cord that connects them. public/icons/icon.svg is the same drawing. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 64 64" aria-hidden="true" className={className}>
      <rect width="64" height="64" rx="15" fill="#4253b4" />
      <path
        d="M40 18H27a7 7 0 0 0 0 14h10a7 7 0 0 1 0 14H24"
        fill="none"
        stroke="#fff"
        strokeWidth="5"
        strokeLinecap="round"
      />
      <circle cx="45" cy="18" r="5.5" fill="#4253b4" stroke="#fff" strokeWidth="4" />
      <circle cx="19" cy="46" r="5.5" fill="#4253b4" stroke="#fff" strokeWidth="4" />
    </svg>
  );
}
