import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { bracketMatching, indentOnInput } from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { Compartment, EditorState } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import type { Problem } from "@/lib/template/draft/check-draft";
import type { ParameterDeclaration } from "@/lib/template/types";
import { editorLook } from "./editor-look";
import { problemPlace } from "./problem-place";
import { twimlCompletion, twimlLanguage } from "./twiml-language";

interface CodeEditorOptions {
  /** Where it goes; whatever its height, the page does not move. */
  parent: HTMLElement;
  text: string;
  label: string;
  isReadOnly: boolean;
  /** That of the page's policy: CodeMirror writes its styles into a `<style>`. */
  nonce: string;
  onChange?(text: string): void;
}

export interface CodeEditor {
  focus(): void;
  goTo(problem: Pick<Problem, "line" | "column">): void;
  /** Marks problems at their lines. */
  mark(problems: readonly Problem[]): void;
  /** Offers the placeholders of these parameters. */
  offer(parameters: readonly Pick<ParameterDeclaration, "key" | "label" | "type">[]): void;
  /** What describes it to screen readers: an element's id, and whether it was refused. */
  describe(by: string | null, isInvalid: boolean): void;
  destroy(): void;
}

/** CodeMirror, set up for TwiML with Liquid. */
export function createCodeEditor(options: CodeEditorOptions): CodeEditor {
  const { parent, text, label, isReadOnly, nonce, onChange } = options;
  let completion = twimlCompletion([]);
  const description = new Compartment();
  const editing = [
    history(),
    indentOnInput(),
    closeBrackets(),
    autocompletion({ override: [(context) => completion(context)], icons: false }),
    highlightActiveLineGutter(),
    lintGutter(),
    keymap.of([
      ...closeBracketsKeymap,
      ...completionKeymap,
      ...historyKeymap,
      ...lintKeymap,
      // Escape, then Tab, leaves: CodeMirror takes care of that.
      indentWithTab,
    ]),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) onChange?.(update.state.doc.toString());
    }),
  ];
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        EditorView.cspNonce.of(nonce),
        editorLook,
        lineNumbers(),
        highlightSpecialChars(),
        drawSelection(),
        bracketMatching(),
        twimlLanguage(),
        EditorView.lineWrapping,
        // Whatever can be edited is a stop of the keyboard; not every tool that reads a page knows it without being told.
        EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false", tabindex: "0" }),
        description.of([]),
        isReadOnly ? EditorState.readOnly.of(true) : editing,
        keymap.of(defaultKeymap),
      ],
    }),
  });
  return {
    focus: () => view.focus(),
    goTo(problem) {
      const { from } = problemPlace(view.state.doc, problem);
      view.dispatch({
        selection: { anchor: from },
        effects: EditorView.scrollIntoView(from, { y: "center" }),
      });
      view.focus();
    },
    mark(problems) {
      const { doc } = view.state;
      const marks = problems.map((problem) => ({
        ...problemPlace(doc, problem),
        severity: problem.severity,
        message: problem.message,
      }));
      view.dispatch(setDiagnostics(view.state, marks));
    },
    offer(parameters) {
      completion = twimlCompletion(parameters);
    },
    describe: (by, isInvalid) =>
      view.dispatch({
        effects: description.reconfigure(
          EditorView.contentAttributes.of({
            ...(by !== null && { "aria-describedby": by }),
            ...(isInvalid && { "aria-invalid": "true" }),
          }),
        ),
      }),
    destroy: () => view.destroy(),
  };
}
