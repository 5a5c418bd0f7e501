/** Which schedule of the US Controlled Substances Act a substance is in, and the text of law that says so. */
export interface Rule {
  readonly substance: string;
  readonly schedule: 'I' | 'II' | 'III' | 'IV' | 'V';
  readonly source: string;
}

const all = (schedule: Rule['schedule'], source: string, substances: string): readonly Rule[] =>
  substances.split(' ').map((substance) => ({ substance, schedule, source }));

/** Substances whose schedule does not depend on what they are mixed with, or how much of them there is. The strictest comes first. */
export const RULES: readonly Rule[] = [
  ...all('I', '21 CFR 1308.11', 'heroin dextromoramide dipipanone pholcodine'),
  ...all(
    'II',
    '21 CFR 1308.12',
    'fentanyl alfentanil sufentanil remifentanil hydrocodone benzhydrocodone oxycodone hydromorphone oxymorphone morphine',
  ),
  ...all(
    'II',
    '21 CFR 1308.12',
    'methadone meperidine levorphanol levomethadyl tapentadol amphetamine dextroamphetamine lisdexamfetamine methamphetamine',
  ),
  ...all('III', '21 CFR 1308.13', 'buprenorphine benzphetamine phendimetrazine butabarbital thiopental'),
  ...all('IV', '21 CFR 1308.14', 'tramadol butorphanol pentazocine propoxyphene phentermine carisoprodol mephobarbital'),
  ...all(
    'IV',
    '21 CFR 1308.14',
    'alprazolam bromazepam clobazam clonazepam clorazepate diazepam estazolam flunitrazepam flurazepam halazepam lorazepam',
  ),
  ...all('IV', '21 CFR 1308.14', 'lormetazepam midazolam nitrazepam oxazepam prazepam quazepam remimazolam temazepam triazolam'),
];

const CONCENTRATION = 'codeine or dihydrocodeine in a mixture that is no tablet or capsule: III or V, by its concentration';
const EXEMPT = 'a mixture of which some products are exempted by 21 CFR 1308.32';
const OPIUM = 'opium: II, III or V, by its preparation';
const DESCHEDULED = 'fenfluramine: in IV until 2022-12-23, in none since';

type Decision = Rule | { readonly undecided: string };

const only = (substance: string, schedule: Rule['schedule'], source: string): Rule => ({ substance, schedule, source });

/** Substances whose schedule depends on the product. */
function byProduct(has: (word: string) => boolean, product: string): Decision | undefined {
  const solid = /oral (tablet|capsule)/.test(product);
  if (has('opium')) return { undecided: OPIUM };
  if (has('fenfluramine')) return { undecided: DESCHEDULED };
  if (has('codeine') || has('dihydrocodeine')) {
    const substance = has('codeine') ? 'codeine' : 'dihydrocodeine';
    if (!product.includes(' / ')) return only(substance, 'II', '21 CFR 1308.12');
    return solid ? only(substance, 'III', '21 CFR 1308.13') : { undecided: CONCENTRATION };
  }
  const barbiturates = ['pentobarbital', 'secobarbital', 'amobarbital'].filter(has);
  const [barbiturate] = barbiturates;
  if (barbiturate !== undefined) {
    // In III as a suppository, or mixed with something that is in no schedule.
    const milder = product.includes('suppository') || product.split(' / ').length > barbiturates.length;
    return milder ? only(barbiturate, 'III', '21 CFR 1308.13') : only(barbiturate, 'II', '21 CFR 1308.12');
  }
  if (has('butalbital'))
    return has('aspirin') && !has('acetaminophen') ? only('butalbital', 'III', '21 CFR 1308.13') : { undecided: EXEMPT };
  for (const substance of ['phenobarbital', 'chlordiazepoxide']) {
    if (has(substance)) return product.includes(' / ') ? { undecided: EXEMPT } : only(substance, 'IV', '21 CFR 1308.14');
  }
  return undefined;
}

/** What is known of a product by the name that RxNorm gives it; undefined where it names none of these substances. */
export function ruleFor(display: string): Decision | undefined {
  // Brand names stand in brackets and are no ingredients.
  const product = display.toLowerCase().replaceAll(/\[[^\]]*\]/g, '');
  const words = new Set(product.match(/[a-z]+/g));
  const has = (word: string): boolean => words.has(word);
  const rule = RULES.find(({ substance }) => has(substance));
  // What is in I or II is there whatever it is mixed with.
  if (rule?.schedule === 'I' || rule?.schedule === 'II') return rule;
  return byProduct(has, product) ?? rule;
}
