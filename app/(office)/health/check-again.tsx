"use client";

import { Button } from "@heroui/react/button";
import { useRouter } from "next/navigation";
import { useTransition } from "react";

/** Makes every check anew. What was found before stays until the new results are there. */
export function CheckAgain() {
  const router = useRouter();
  const [isChecking, startChecking] = useTransition();
  return (
    <Button
      variant="secondary"
      onPress={() => {
        if (!isChecking) startChecking(() => router.refresh());
      }}
    >
      {isChecking ? "Checking…" : "Check again"}
    </Button>
  );
}
