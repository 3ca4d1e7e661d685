import type { Draw } from './draw';
import { CHINESE, ENGLISH, SECTIONS } from './words';
import type { GeneratedSpeaker, World } from './world';

/** A sentence of an article, that may be quoted. */
export interface GeneratedSentence {
  /** UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  /** Who says it by the article's words, and the words that say so. */
  readonly speaker?: GeneratedSpeaker;
  readonly cue?: string;
}

export interface GeneratedArticle {
  /** Relative to the corpus's folder, `/` between parts. */
  readonly path: string;
  readonly text: string;
  readonly sentences: readonly GeneratedSentence[];
  /** The day on which it was published, UTC. */
  readonly published: Date;
  readonly metadata: { readonly title: string; readonly author: string; readonly url: string };
  /** Whether the article says so itself. */
  readonly hasFrontMatter: boolean;
}

const FIRST_DAY = Date.UTC(2015, 0, 1);
const LAST_DAY = Date.UTC(2025, 5, 30);
const DAY = 86_400_000;

/** Makes an article of about so many characters, paragraphs in Chinese and English. */
export function makeArticle(
  world: World,
  number: number,
  size: number,
  draw: Draw,
): GeneratedArticle {
  const published = new Date(FIRST_DAY + draw.between(0, (LAST_DAY - FIRST_DAY) / DAY) * DAY);
  const isChinese = draw.chance(0.5);
  const language = isChinese ? CHINESE : ENGLISH;
  const title = `${draw.pick(language.subjects)}${isChinese ? '：' : ': '}${draw.pick(language.headings)}`;
  const metadata = {
    title,
    author: world.speaker(draw).name,
    url: `https://news.example/${draw.pick(SECTIONS)}/${number}`,
  };
  const day = published.toISOString().slice(0, 10);
  const hasFrontMatter = draw.chance(0.9);
  const writer = new Writer(world, draw);
  if (hasFrontMatter) writer.frontMatter({ ...metadata, date: day });
  writer.add(`# ${title}\n\n`);
  for (const end = writer.length + size - 200; writer.length < end;)
    writer.paragraph(draw.chance(isChinese ? 0.8 : 0.2));
  return {
    path: `${draw.pick(SECTIONS)}/${day.slice(0, 4)}/${day.slice(5, 7)}/${String(number).padStart(5, '0')} ${title.replaceAll(':', '').slice(0, 24).trim()}.md`,
    text: writer.text,
    sentences: writer.sentences,
    published,
    metadata,
    hasFrontMatter,
  };
}

class Writer {
  readonly sentences: GeneratedSentence[] = [];
  private written = '';

  constructor(
    private readonly world: World,
    private readonly draw: Draw,
  ) {}

  get text(): string {
    return this.written;
  }

  get length(): number {
    return this.written.length;
  }

  add(text: string): void {
    this.written += text;
  }

  frontMatter(values: Readonly<Record<string, string>>): void {
    const lines = Object.entries(values).map(
      ([key, value]) => `${key}: ${JSON.stringify(value)}\n`,
    );
    this.add(`---\n${lines.join('')}---\n\n`);
  }

  paragraph(isChinese: boolean): void {
    const kind = this.draw.share();
    const language = isChinese ? CHINESE : ENGLISH;
    if (kind < 0.1) this.add(`## ${this.draw.pick(language.headings)}\n\n`);
    const count = this.draw.between(2, 5);
    const before = kind > 0.9 ? '> ' : kind > 0.8 ? '- ' : '';
    for (let i = 0; i < count; i++) {
      if (i === 0 || before === '- ') this.add(before);
      else if (!isChinese) this.add(' ');
      this.sentence(isChinese);
      if (before === '- ') this.add('\n');
    }
    this.add(before === '- ' ? '\n' : '\n\n');
  }

  private sentence(isChinese: boolean): void {
    const { draw } = this;
    const language = isChinese ? CHINESE : ENGLISH;
    const words = this.clause(isChinese);
    if (!draw.chance(0.5)) {
      const start = this.written.length;
      this.add(isChinese ? `${words}。` : `${words.charAt(0).toUpperCase()}${words.slice(1)}.`);
      this.sentences.push({ start, end: this.written.length });
      return;
    }
    const speaker = this.world.speaker(draw);
    const saying = draw.pick(language.saying);
    const cue = isChinese ? `${speaker.name}${saying}` : `${speaker.name} ${saying}`;
    this.add(isChinese ? `${cue}：“` : `${cue} that “`);
    const start = this.written.length;
    this.add(words);
    this.sentences.push({ start, end: this.written.length, speaker, cue });
    this.add(isChinese ? '”。' : '”.');
  }

  private clause(isChinese: boolean): string {
    const { draw } = this;
    const { subjects, verbs, objects, places, reasons } = isChinese ? CHINESE : ENGLISH;
    const number = draw.chance(0.3) ? draw.between(2, 990) : undefined;
    const object = draw.pick(objects);
    const parts = [
      isChinese && draw.chance(0.4) ? draw.pick(places) : '',
      draw.pick(subjects),
      draw.pick(verbs),
      draw.chance(0.1) ? `**${object}**` : object,
      !isChinese && draw.chance(0.4) ? draw.pick(places) : '',
      number === undefined ? '' : isChinese ? `（约${number}万元）` : `(about ${number} thousand)`,
    ].filter((part) => part !== '');
    const main = parts.join(isChinese ? '' : ' ');
    if (!draw.chance(0.6)) return main;
    return `${main}${isChinese ? '，' : ', '}${draw.pick(reasons)}`;
  }
}
