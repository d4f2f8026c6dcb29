"use client";

import { Button } from "@heroui/react/button";
import { Description } from "@heroui/react/description";
import { Kbd } from "@heroui/react/kbd";
import { Label } from "@heroui/react/label";
import { ListBox } from "@heroui/react/list-box";
import { Modal } from "@heroui/react/modal";
import { SearchField } from "@heroui/react/search-field";
import type { Route } from "next";
import { useEffect, useState, useSyncExternalStore } from "react";
import { Autocomplete } from "react-aria-components/Autocomplete";
import { SearchIcon } from "@/app/_components/icons";
import { mayLeave } from "@/app/_components/use-warning-before-leaving";
import { WholeNumbers } from "@/app/_components/whole-numbers";
import { useGoTo } from "@/app/_waiting/use-go-to";
import type { StaffRole } from "@/lib/auth/roles";
import { fixedPlaces } from "./fixed-places";
import { useFoundPlaces } from "./use-found-places";

const noChange = () => () => {};
const shortcutHere = () => (/mac|iphone|ipad/i.test(navigator.userAgent) ? "⌘K" : "Ctrl+K");

/** Goes anywhere and finds anything: opened by a button, or by Ctrl K (⌘ K on a Mac). */
export function Palette({ role, isCompact = false }: { role: StaffRole; isCompact?: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const [search, setSearch] = useState("");
  const goTo = useGoTo();
  const shortcut = useSyncExternalStore(noChange, shortcutHere, () => "Ctrl+K");
  const { places: found, fault } = useFoundPlaces(isOpen ? search : "");

  useEffect(() => {
    // Both the side bar and the top bar have one; only the one that can be seen answers.
    const onKeyDown = (event: KeyboardEvent) => {
      if (
        event.key.toLowerCase() !== "k" ||
        !(event.ctrlKey || event.metaKey) ||
        event.altKey ||
        event.shiftKey
      )
        return;
      const isWide = window.matchMedia("(min-width: 64rem)").matches;
      if (isWide === isCompact) return;
      event.preventDefault();
      setOpen((wasOpen) => !wasOpen);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [isCompact]);

  const wanted = search.trim().toLowerCase();
  const fixed = fixedPlaces(role).filter(({ name }) => name.toLowerCase().includes(wanted));
  const places = [...fixed, ...found];
  const close = (open: boolean) => {
    setOpen(open);
    if (!open) setSearch("");
  };

  return (
    <Modal isOpen={isOpen} onOpenChange={close}>
      {isCompact ? (
        <Button isIconOnly variant="ghost" aria-label="Find anything" onPress={() => setOpen(true)}>
          <SearchIcon />
        </Button>
      ) : (
        <Button variant="outline" className="w-full justify-start text-muted" onPress={() => setOpen(true)}>
          <SearchIcon />
          <span className="flex-1 text-start">Find anything</span>
          <Kbd aria-hidden="true">
            <Kbd.Content>{shortcut}</Kbd.Content>
          </Kbd>
        </Button>
      )}
      <Modal.Backdrop>
        <Modal.Container placement="top" size="md">
          <Modal.Dialog aria-label="Go anywhere, find anything" className="p-3">
            <Autocomplete inputValue={search} onInputChange={setSearch}>
              <SearchField aria-label="Search pages, numbers, people and more" autoFocus fullWidth>
                <SearchField.Group>
                  <SearchField.SearchIcon />
                  <SearchField.Input placeholder="A page, a name or a number" />
                  <SearchField.ClearButton />
                </SearchField.Group>
              </SearchField>
              <ListBox
                aria-label="Places"
                className="mt-2 max-h-[60dvh] overflow-y-auto"
                items={places}
                onAction={(href) => {
                  close(false);
                  if (mayLeave()) goTo(String(href) as Route);
                }}
                renderEmptyState={() => (
                  <p className="px-3 py-6 text-center text-sm text-muted">{fault ?? "Nothing found."}</p>
                )}
              >
                {({ href, name, about }) => (
                  <ListBox.Item id={href} textValue={`${name}, ${about}`}>
                    <Label className="min-w-0 flex-1 wrap-anywhere">
                      <WholeNumbers>{name}</WholeNumbers>
                    </Label>
                    <Description className="text-end">{about}</Description>
                  </ListBox.Item>
                )}
              </ListBox>
            </Autocomplete>
            {fault && places.length > 0 && (
              <p role="alert" className="px-3 pt-2 text-sm text-danger">
                {fault}
              </p>
            )}
          </Modal.Dialog>
        </Modal.Container>
      </Modal.Backdrop>
    </Modal>
  );
}
