/** Personal numbers in texts: found, and masked in whatever we write (条例 第十五条). */

export type PersonalKind = 'identity' | 'old identity' | 'mobile' | 'bank' | 'mailbox';
export interface PersonalNumber {
  kind: PersonalKind;
  /** [from, to) in the text. */
  from: number;
  to: number;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Whether year, month and day can be those of a person alive; the year has two digits in the old numbers. */
function isBirthday(year: string, month: string, day: string): boolean {
  const century = year.length === 2 || (Number(year) >= 1900 && Number(year) <= 2035);
  return century && Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
}

/** An 18-digit number of a person (GB 11643): a birthday, and the check digit of ISO 7064 MOD 11-2. */
export function isIdentityNumber(text: string): boolean {
  const [, year, month, day] = /^\d{6}(\d{4})(\d\d)(\d\d)\d{3}[\dXx]$/u.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined || !isBirthday(year, month, day)) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return '10X98765432'.charAt(sum % 11) === text.charAt(17).toUpperCase();
}

/** Luhn's check over the digits of a card. */
export function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

const NUMBERS = /(?<![\dA-Za-z.])\d{11,19}[Xx]?(?![\dA-Za-z])/gu;
const ACCOUNT = /(?:账号|帐号|账户|卡号|银行卡|开户)[^。；]{0,30}$/u;
const MAILBOX = /[\w.+-]{2,40}@(?:qq|163|126|sina|sohu|yeah|foxmail|gmail|hotmail|outlook|139|189|aliyun)\.(?:com|cn|net)(?:\.cn)?/giu;

function kindOf(digits: string, before: string): PersonalKind | null {
  if (digits.length === 18 && isIdentityNumber(digits)) return 'identity';
  if (/^1[3-9]\d{9}$/u.test(digits)) return 'mobile';
  if (/^\d{16,19}$/u.test(digits) && ACCOUNT.test(before) && passesLuhn(digits)) return 'bank';
  const [, year = '', month = '', day = ''] = /^\d{6}(\d\d)(\d\d)(\d\d)\d{3}$/u.exec(digits) ?? [];
  return /身份证|公民身份|证件号/u.test(before.slice(-20)) && year !== '' && isBirthday(year, month, day) ? 'old identity' : null;
}

/** Personal numbers and mailboxes of a text, in order. */
export function personalIn(text: string): PersonalNumber[] {
  const numbers = [...text.matchAll(NUMBERS)].flatMap((match): PersonalNumber[] => {
    const kind = kindOf(match[0], text.slice(Math.max(0, match.index - 60), match.index));
    return kind ? [{ kind, from: match.index, to: match.index + match[0].length }] : [];
  });
  const mailboxes = [...text.matchAll(MAILBOX)].map((match): PersonalNumber => ({ kind: 'mailbox', from: match.index, to: match.index + match[0].length }));
  return [...numbers, ...mailboxes].sort((a, b) => a.from - b.from);
}

/** How much of a number is left: enough to find it, not enough to use it. */
function masked(kind: PersonalKind, text: string): string {
  if (kind === 'mailbox') return `${text.slice(0, 1)}***${text.slice(text.indexOf('@'))}`;
  const [head, tail] = kind === 'mobile' ? [3, 4] : kind === 'bank' ? [0, 4] : [2, 3];
  return text.slice(0, head) + '*'.repeat(text.length - head - tail) + text.slice(text.length - tail);
}

/** Surnames that begin no common word after 申请人; rarer ones are left out rather than guessed. */
const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱林郭马罗梁宋郑谢韩唐冯董萧曹袁邓傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟田姜范谭廖邹熊陆郝孔崔康邱秦江顾侯邵孟龙段雷钱汤尹黎贺赖龚';
const WORDS = /^(?:夏季|周知|周边|康复|马上|余下|叶片|江苏|江西|江安|田地|林地|林业|黄河|龙江|段落|钱款|顾虑|杜绝)/u;
const NAMED = new RegExp(`(申请人|原告|当事人|第三人)(?:为|系|是|[:：])?\\s?([${SURNAMES}](?!某)[\\u4e00-\\u9fff]{1,2})(?=[，。、；（(]|先生|女士|同志|提出|申请|不服|诉|向)`, 'gu');

/** Names of persons directly after 申请人, 原告, 当事人: where the name stands. */
export function namesIn(text: string): { from: number; to: number }[] {
  return [...text.matchAll(NAMED)].flatMap((match) => {
    const name = match[2] ?? '';
    if (WORDS.test(name)) return [];
    const from = match.index + match[0].length - name.length;
    return [{ from, to: from + name.length }];
  });
}

export interface PersonalSpot {
  from: number;
  to: number;
  /** What is written instead. */
  by: string;
}

/** Personal numbers, private mailboxes and names of applicants, in order. */
export function personalSpots(text: string): PersonalSpot[] {
  return [
    ...personalIn(text).map(({ kind, from, to }) => ({ from, to, by: masked(kind, text.slice(from, to)) })),
    ...namesIn(text).map(({ from, to }) => ({ from, to, by: text.charAt(from) + '*'.repeat(to - from - 1) })),
  ].sort((a, b) => a.from - b.from);
}

/** The text with personal numbers, private mailboxes and names of applicants masked: 147****0000, 王**. */
export const maskPersonal = (text: string): string => personalSpots(text).reduceRight((so, { from, to, by }) => so.slice(0, from) + by + so.slice(to), text);

/** The text with these spots masked and every other letter in its place. */
export function maskInPlace(text: string, spots: readonly PersonalSpot[]): string {
  return spots.reduceRight((so, { from, to, by }) => {
    const stars = by.lastIndexOf('*') + 1;
    return so.slice(0, from) + by.slice(0, stars) + '*'.repeat(Math.max(0, to - from - by.length)) + by.slice(stars + Math.max(0, by.length - to + from)) + so.slice(to);
  }, text);
}
