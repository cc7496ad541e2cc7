import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { beyondScreen, browsingAs, demoAt, violationsOn } from '../browsing';

/** Where pictures of how each task ended go, and what was done; none are taken where nothing is said. */
const PICTURES = process.env['REHABSPOR_TEST_PICTURES'];

/** Somebody at work: what they do by clicks and keys, step by step, as a person would count them. */
export class Doing {
  private readonly steps: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly complaints: readonly string[],
  ) {}

  /** Opens the browser as a demo user on the page people begin at. */
  static async as(browser: Browser, user: string): Promise<Doing> {
    const { page, complaints } = await browsingAs(browser, user);
    page.setDefaultTimeout(20_000);
    await page.goto(demoAt('/'));
    return new Doing(page, complaints);
  }

  /** Follows a link of the page's, or of its navigation. */
  async follow(name: string | RegExp, within: Locator | Page = this.page): Promise<void> {
    await this.step(`følg ${word(name)}`, within.getByRole('link', named(name)).first(), (link) =>
      this.leadingOn(link),
    );
  }

  async press(name: string | RegExp, within: Locator | Page = this.page): Promise<void> {
    await this.step(`tryk ${word(name)}`, within.getByRole('button', named(name)).first(), (button) =>
      this.leadingOn(button),
    );
  }

  async write(label: string | RegExp, text: string, within: Locator | Page = this.page): Promise<void> {
    await this.step(`skriv ${word(label)}`, within.getByLabel(label).first(), (field) => field.fill(text));
  }

  async choose(label: string | RegExp, option: string, within: Locator | Page = this.page): Promise<void> {
    await this.step(`vælg ${option}`, within.getByLabel(label).first(), async (field) => {
      await field.selectOption({ label: option });
    });
  }

  /** Opens what is folded. */
  async unfold(text: string | RegExp, within: Locator | Page = this.page): Promise<void> {
    await this.step(`fold ud ${word(text)}`, within.locator('summary', { hasText: text }).first(), (one) =>
      one.click(),
    );
  }

  /** Puts a file into a field. */
  async attach(label: string | RegExp, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    await this.step(`læg ${file.name} i`, this.page.getByLabel(label).first(), (field) => field.setInputFiles(file));
  }

  private async step(said: string, what: Locator, act: (what: Locator) => Promise<void>): Promise<void> {
    this.steps.push(said);
    await act(what);
  }

  /** Clicks what leads to a page, and waits until it is there. */
  private async leadingOn(what: Locator): Promise<void> {
    await Promise.all([this.page.waitForEvent('load'), what.click()]);
  }

  /** What the page says, without its head. */
  read(): Promise<string> {
    return this.page.locator('main').innerText();
  }

  /** A row of a table by what it says. */
  row(text: string | RegExp): Locator {
    return this.page.getByRole('row').filter({ hasText: text }).first();
  }

  /** Ends the work: what the browser complained of, what the last page breaks of accessibility, and how wide it is. */
  async done(task: string): Promise<{ steps: number; wrong: unknown[] }> {
    const wrong = [...this.complaints, ...(await violationsOn(this.page))];
    const beyond = await beyondScreen(this.page);
    if (PICTURES !== undefined) {
      mkdirSync(PICTURES, { recursive: true });
      await this.page.screenshot({ path: join(PICTURES, `${task}.png`), fullPage: true });
      appendFileSync(join(PICTURES, 'steps.txt'), `${task}: ${this.steps.length}: ${this.steps.join(', ')}\n`);
    }
    await this.page.context().close();
    return { steps: this.steps.length, wrong: beyond > 0 ? [...wrong, `${beyond} pixels beyond the screen`] : wrong };
  }
}

/** A name that is a text is the whole name. */
const named = (name: string | RegExp) => (typeof name === 'string' ? { name, exact: true } : { name });

const word = (name: string | RegExp): string => (typeof name === 'string' ? name : name.source);
