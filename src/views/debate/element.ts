/** What an element is made with: its attributes, and what happens on events. */
interface Made {
  readonly class?: string;
  /** Its words: never read as markup. */
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly on?: {
    readonly [Event in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Event]) => void;
  };
}

/**
 * Makes an element of the page. Attributes that are undefined or false are left out; there is no
 * way to give markup.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  { class: name, text, attributes = {}, on = {} }: Made = {},
  ...children: readonly Node[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (name !== undefined) made.className = name;
  if (text !== undefined) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) setAttribute(made, key, value);
  for (const [event, listener] of Object.entries(on))
    made.addEventListener(event, listener as (event: Event) => void);
  made.append(...children);
  return made;
}

/** Sets an attribute, or removes it where it is undefined or false. */
export function setAttribute(
  of: Element,
  key: string,
  value: string | number | boolean | undefined,
): void {
  if (value === undefined || value === false) of.removeAttribute(key);
  else of.setAttribute(key, value === true ? '' : String(value));
}

/** A button with words on it. */
export function button(
  text: string,
  press: () => void,
  { title, name = 'button' }: { readonly title?: string; readonly name?: string } = {},
): HTMLButtonElement {
  return element('button', {
    class: name,
    text,
    attributes: { type: 'button', title },
    on: { click: press },
  });
}
