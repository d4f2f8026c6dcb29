import { Chip } from "@heroui/react/chip";

/** Whether a configuration answers calls, or waits until somebody switches to it. */
export const StateChip = ({ isActive }: { isActive: boolean }) => (
  <Chip color={isActive ? "success" : "default"} variant="soft">
    {isActive ? "Active" : "Prepared"}
  </Chip>
);
