import type { SearchedChoice } from "@/app/_components/search-choice";

interface PersonToChoose {
  id: string;
  name: string;
  extension: string | null;
}

/** Somebody as one of those to choose from: their extension tells two of one name apart. */
export const personChoice = ({ id, name, extension }: PersonToChoose): SearchedChoice => ({
  id,
  label: name,
  ...(extension !== null && { detail: `Extension ${extension}` }),
});
