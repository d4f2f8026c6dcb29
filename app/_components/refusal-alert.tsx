import { Alert } from "@heroui/react/alert";

/** Why a form was not accepted, read out by screen readers as it appears. */
export function RefusalAlert({ message }: { message: string }) {
  return (
    <Alert status="danger" role="alert" tabIndex={-1} className="gap-2 bg-danger-soft px-3 shadow-none">
      <Alert.Indicator />
      <Alert.Content>
        <Alert.Title>{message}</Alert.Title>
      </Alert.Content>
    </Alert>
  );
}
