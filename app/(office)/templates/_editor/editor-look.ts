import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

/** Our tokens, which change with the theme by themselves. */
const theme = EditorView.theme({
  "&": {
    backgroundColor: "var(--field-background)",
    color: "var(--field-foreground)",
    border: "1px solid var(--field-border)",
    borderRadius: "var(--field-radius, 0.75rem)",
    fontSize: "0.8125rem",
    height: "100%",
    overflow: "hidden",
  },
  "&.cm-focused": { outline: "2px solid var(--focus)", outlineOffset: "1px" },
  ".cm-scroller": {
    fontFamily: "ui-monospace, SFMono-Regular, Menlo, Consolas, monospace",
    lineHeight: "1.6",
    overflow: "auto",
  },
  ".cm-content": { caretColor: "var(--foreground)", padding: "0.5rem 0" },
  ".cm-cursor, .cm-dropCursor": { borderLeftColor: "var(--foreground)" },
  ".cm-gutters": {
    backgroundColor: "var(--surface-secondary)",
    color: "var(--muted)",
    borderRight: "1px solid var(--separator)",
  },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "transparent" },
  "&.cm-focused .cm-activeLineGutter": { color: "var(--foreground)", fontWeight: "600" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "var(--accent-soft)",
  },
  "&.cm-focused .cm-matchingBracket": {
    backgroundColor: "var(--default)",
    outline: "1px solid var(--border)",
  },
  ".cm-tooltip": {
    backgroundColor: "var(--overlay)",
    color: "var(--overlay-foreground)",
    border: "1px solid var(--border)",
    borderRadius: "0.5rem",
    overflow: "hidden",
  },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": {
    backgroundColor: "var(--accent)",
    color: "var(--accent-foreground)",
  },
  ".cm-completionDetail": { color: "inherit", fontStyle: "normal", opacity: "1" },
  ".cm-diagnostic": { padding: "0.375rem 0.625rem", whiteSpace: "pre-wrap", maxWidth: "32rem" },
});

const highlighting = HighlightStyle.define([
  { tag: [tags.tagName, tags.angleBracket], color: "var(--accent-soft-foreground)" },
  { tag: tags.attributeName, color: "var(--danger-soft-foreground)" },
  { tag: [tags.attributeValue, tags.string, tags.number], color: "var(--success-soft-foreground)" },
  {
    tag: [tags.brace, tags.keyword, tags.controlKeyword, tags.definitionKeyword, tags.operatorKeyword],
    color: "var(--warning-soft-foreground)",
    fontWeight: "600",
  },
  {
    tag: [tags.variableName, tags.propertyName, tags.function(tags.variableName)],
    color: "var(--warning-soft-foreground)",
  },
  { tag: [tags.comment, tags.processingInstruction], color: "var(--muted)", fontStyle: "italic" },
]);

export const editorLook: Extension = [theme, syntaxHighlighting(highlighting)];
