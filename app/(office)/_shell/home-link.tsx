import { Mark } from "@/app/_components/mark";
import { NearLink } from "@/app/_components/near-link";

export function HomeLink() {
  return (
    <NearLink
      href="/"
      className="flex items-center gap-2.5 rounded-xl text-base font-semibold tracking-tight outline-none focus-visible:status-focused"
    >
      <Mark className="size-8" />
      Switchboard
    </NearLink>
  );
}
