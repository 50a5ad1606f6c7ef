import { type FigureName, type Figures, figureUnits } from '../../../domain/diagnosis/figures.ts';
import { formatCount, formatPercent, formatRate } from '../../lib/formats.ts';
import { formatChance } from '../numbers/verdict-word.tsx';

const names = Object.keys(figureUnits) as FigureName[];

/** The figures of a finding as texts without their units, by name; one that it doesn't have is empty. */
export const figureTexts = (figures: Figures): Record<FigureName, string> =>
  Object.fromEntries(names.map((name) => [name, figureText(name, figures[name] ?? '')])) as Record<FigureName, string>;

function figureText(name: FigureName, value: number | string): string {
  if (typeof value === 'string') return value;
  switch (figureUnits[name]) {
    case 'share':
      return formatPercent(value);
    case 'chance':
      return formatChance(value);
    case 'rate':
      return formatRate(value);
    default:
      return formatCount(value);
  }
}
