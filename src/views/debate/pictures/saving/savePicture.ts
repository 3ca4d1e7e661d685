import { NoAnswerError, type Host } from '../../host';
import { standaloneSvg, type AboutPicture } from './standaloneSvg';

/** Pictures are saved so many times as large as on the screen: they are printed. */
const SCALE = 2;

/**
 * Saves a picture as a file, where the analyst wants it.
 *
 * @returns false if he closed the question
 */
export async function savePicture(
  host: Host,
  picture: SVGSVGElement,
  kind: 'svg' | 'png',
  about: AboutPicture,
): Promise<boolean> {
  const printed = standaloneSvg(picture, about);
  const data = kind === 'svg' ? printed : await drawPng(printed);
  const { isSaved } = await host.ask('save', { name: about.title, kind, data });
  return isSaved;
}

/** A picture's PNG in base 64. It is drawn from its own words alone: nothing is loaded. */
async function drawPng(printed: string): Promise<string> {
  const address = URL.createObjectURL(new Blob([printed], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * SCALE;
    canvas.height = image.naturalHeight * SCALE;
    const context = canvas.getContext('2d');
    if (context === null) throw new NoAnswerError('canvas');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL('image/png').replace(/^data:[^,]*,/, '');
  } finally {
    URL.revokeObjectURL(address);
  }
}
