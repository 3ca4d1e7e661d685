import ts from 'typescript';

/** A text to be translated, and its key in the bundles. */
export interface UsedText {
  /** The text, with a slash and its comments behind it where it has some. */
  readonly key: string;
  readonly text: string;
}

/** The texts that a file hands over to be translated. */
export function usedTexts(source: string): UsedText[] {
  const file = ts.createSourceFile('file.ts', source, ts.ScriptTarget.Latest);
  const found: UsedText[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /(^|\.)l10n\.t$/.test(node.expression.getText(file)))
      found.push(textOf(node, file));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function textOf(call: ts.CallExpression, file: ts.SourceFile): UsedText {
  const [text] = call.arguments;
  if (text !== undefined && ts.isStringLiteralLike(text))
    return { key: text.text, text: text.text };
  const partOf = (name: string) =>
    text !== undefined && ts.isObjectLiteralExpression(text)
      ? text.properties.find((one) => one.name?.getText(file) === name)
      : undefined;
  const textsOf = (node: ts.Node | undefined): string[] => {
    if (node === undefined) return [];
    if (ts.isStringLiteralLike(node)) return [node.text];
    return node.getChildren(file).flatMap(textsOf);
  };
  const [message] = textsOf(partOf('message'));
  if (message === undefined) throw new Error(`Not a text as it is: ${call.getText(file)}`);
  const comments = textsOf(partOf('comment'));
  const key = comments.length === 0 ? message : `${message}/${comments.join('')}`;
  return { key, text: message };
}
