/** Stands over every page of a deployment that may change nothing outside of itself. */
export function PreviewBanner() {
  return (
    <aside
      aria-label="Preview"
      className="border-b border-warning bg-warning-soft px-4 py-2 text-center text-sm text-warning-soft-foreground"
    >
      <strong className="font-semibold">This is a preview.</strong> It works on a copy of the firm's data,
      changes nothing at Twilio and sends no e-mails or texts.
    </aside>
  );
}
