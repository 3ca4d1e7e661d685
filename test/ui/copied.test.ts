import { useWindow } from './session';

const ARTICLES = ['open-or-closed.md', '开源与闭源.md'];

describe('an article that was copied with its sidecar', () => {
  const session = useWindow();

  it('is told of where its sidecar is looked at, and gets new ids by the quick fix', async () => {
    const { files } = session;
    for (const article of ARTICLES)
      files.write(
        `${article}.claims.yaml`,
        'version: 1\nannotations:\n  - id: same1\n    role: claim\n    passages:\n      - exact: x\n',
      );
    // Sidecars that come while the window is open are read at once.
    await session.reload();
    const { window } = session;
    const [sidecar = ''] = ARTICLES.map((article) => `${article}.claims.yaml`);
    await window.openFile(sidecar);
    await window.quickFix(
      'is also used for an annotation of 开源与闭源.md',
      'Give the copy in this file new ids',
    );
    await files.until(sidecar, (text) => /id: \w/.test(text) && !text.includes('same1'));
  });
});
