/** One line of the palette: somewhere to go. */
export interface Place {
  href: string;
  name: string;
  /** What it is: "Page", "Schedule", "Person, extension 12". */
  about: string;
}
