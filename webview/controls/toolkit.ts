// The only file that knows the widget library. Everything else builds on the functions below.
import {
  type Button,
  type Checkbox,
  type Dropdown,
  provideVSCodeDesignSystem,
  type TextField,
  vsCodeButton,
  vsCodeCheckbox,
  vsCodeDropdown,
  vsCodeOption,
  vsCodeTextField,
} from '@vscode/webview-ui-toolkit';
import { isUndoKey } from '../undoKey';

/** Registers the widgets that the lab uses. To be called once, before any of them is made. */
export function registerWidgets(): void {
  provideVSCodeDesignSystem().register(
    vsCodeButton(),
    vsCodeCheckbox(),
    vsCodeDropdown(),
    vsCodeOption(),
    vsCodeTextField(),
  );
}

/** A push button. */
export interface ButtonWidget {
  readonly element: HTMLElement;
  /** Changes what it shows; `label` is also its accessible name and tooltip. */
  show(label: string, icon?: Node): void;
  /** Takes it out of use; the reason is its tooltip then. `undefined` puts it back into use. */
  disable(reason: string | undefined): void;
}

/** A button with an icon, or, where there is none, with its label as text. */
export function createButton(
  kind: 'primary' | 'secondary' | 'icon',
  label: string,
  icon: Node | undefined,
  onPress: () => void,
): ButtonWidget {
  const element = document.createElement('vscode-button') as Button;
  element.setAttribute('appearance', kind);
  element.addEventListener('click', onPress);
  let tooltip = '';
  const show = (newLabel: string, newIcon?: Node) => {
    element.setAttribute('aria-label', newLabel);
    tooltip = newIcon ? newLabel : '';
    if (!element.disabled) element.title = tooltip;
    element.replaceChildren(newIcon ?? newLabel);
  };
  const disable = (reason: string | undefined) => {
    const title = [tooltip, reason].filter((part) => part).join(': ');
    if (element.title !== title) element.title = title;
    if (element.disabled !== (reason !== undefined)) element.disabled = reason !== undefined;
  };
  show(label, icon);
  return { element, show, disable };
}

/** A list of which one entry is chosen. */
export interface DropdownWidget {
  readonly element: HTMLElement;
  setValue(value: string): void;
}

/** One entry of a list. */
export interface DropdownEntry {
  readonly value: string;
  readonly label: string;
}

/** A drop-down list; `onChoose` is called when the learner chooses, not when `setValue` does. */
export function createDropdown(
  label: string,
  entries: readonly DropdownEntry[],
  chosen: string,
  onChoose: (value: string) => void,
): DropdownWidget {
  const element = document.createElement('vscode-dropdown') as Dropdown;
  element.setAttribute('aria-label', label);
  for (const entry of entries) {
    const option = document.createElement('vscode-option');
    option.setAttribute('value', entry.value);
    option.textContent = entry.label;
    if (entry.value === chosen) option.setAttribute('selected', '');
    element.append(option);
  }
  element.addEventListener('change', () => onChoose(element.value));
  const setValue = (value: string) => {
    // Until the list knows its entries, which is some time after it is put on the page, it goes by their attribute.
    for (const option of element.children) {
      option.toggleAttribute('selected', option.getAttribute('value') === value);
    }
    if (element.value !== value) element.value = value;
  };
  return { element, setValue };
}

/** A box that is on or off. */
export interface CheckboxWidget {
  readonly element: HTMLElement;
  setValue(isOn: boolean): void;
}

/** A checkbox with its label beside it. */
export function createCheckbox(
  label: string,
  isOn: boolean,
  onToggle: (isOn: boolean) => void,
): CheckboxWidget {
  const element = document.createElement('vscode-checkbox') as Checkbox;
  element.textContent = label;
  element.checked = isOn;
  element.addEventListener('change', () => onToggle(element.checked));
  const setValue = (next: boolean) => {
    if (element.checked !== next) element.checked = next;
  };
  return { element, setValue };
}

/** A line of text to type into. */
export interface TextFieldWidget {
  readonly element: HTMLElement;
  setValue(text: string): void;
  setInvalid(isInvalid: boolean): void;
}

/** Names a text field, also after it is put on the page: it then takes the name "Text field" by itself. */
function keepName(element: HTMLElement, name: string): void {
  const restore = () => {
    if (element.getAttribute('aria-label') !== name) element.setAttribute('aria-label', name);
  };
  restore();
  new MutationObserver(restore).observe(element, { attributeFilter: ['aria-label'] });
}

/** A text field; `onCommit` is called when the learner has finished typing: on Enter and when the focus leaves. */
export function createTextField(
  label: string,
  text: string,
  onCommit: (text: string) => void,
): TextFieldWidget {
  const element = document.createElement('vscode-text-field') as TextField;
  keepName(element, label);
  element.setAttribute('value', text);
  element.addEventListener('change', () => onCommit(element.value));
  let settled = text;
  // What is being typed is taken back letter by letter, before any setting is.
  element.addEventListener('keydown', (event) => {
    if (isUndoKey(event) && element.value !== settled) event.stopPropagation();
  });
  const setValue = (next: string) => {
    settled = next;
    if (element.value !== next) element.value = next;
  };
  const setInvalid = (isInvalid: boolean) => {
    element.ariaInvalid = isInvalid ? 'true' : 'false';
    element.classList.toggle('invalid', isInvalid);
  };
  return { element, setValue, setInvalid };
}
