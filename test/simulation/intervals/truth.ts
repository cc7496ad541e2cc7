import { isInside, type Story } from './story';

/** What was so in one cell: of the pathways that are there, and what their organisations stand for. */
export class Truth {
  private inside = 0;
  private met = 0;
  private rates = 0;

  add(story: Story): void {
    if (!isInside(story)) return;
    this.inside += 1;
    this.met += Number(story.isMet);
    this.rates += story.rate;
  }

  /** Of the pathways that are there, in percent. */
  get ofPathways(): number {
    return (100 * this.met) / this.inside;
  }

  /** What could be expected of these pathways where they were treated and live, in percent: what an interval is for. */
  get ofOrganisations(): number {
    return (100 * this.rates) / this.inside;
  }
}
