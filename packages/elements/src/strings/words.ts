import type { Words } from '../form/translated.ts';
import { en } from './en.ts';
import { mnMong } from './mn-mong.ts';
import { ug } from './ug.ts';

export const english: Words = {
  strings: en,
  direction: 'horizontal',
  unreviewed: 'Translation not reviewed',
};

export const uyghur: Words = {
  strings: ug,
  direction: 'right-to-left',
  unreviewed: 'تەرجىمە تەكشۈرۈلمىگەن · 译文未经审校',
};

export const mongolian: Words = {
  strings: mnMong,
  direction: 'vertical',
  unreviewed: '译文未经审校',
};
