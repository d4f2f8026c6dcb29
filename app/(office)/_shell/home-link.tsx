import Link from "next/link";
import { Mark } from "@/app/_components/mark";

export function HomeLink() {
  return (
    <Link
      href="/"
      className="flex items-center gap-2.5 rounded-xl text-base font-semibold tracking-tight outline-none focus-visible:status-focused"
    >
      <Mark className="size-8" />
      Switchboard
    </Link>
  );
}
