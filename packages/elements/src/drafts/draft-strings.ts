import type { Language } from '@zhinan/model';

interface DraftStrings {
  readonly saving: string;
  readonly saved: (time: string) => string;
  readonly unsaved: string;
  readonly restored: (time: string) => string;
  readonly discard: string;
  readonly discarded: string;
  readonly undo: string;
  readonly dismiss: string;
  readonly older: string;
  readonly left: string;
  readonly drop: string;
  readonly keep: string;
  readonly changed: (titles: string) => string;
  readonly unreadable: string;
  readonly loadFailed: string;
  readonly retry: string;
  readonly startAfresh: string;
  readonly failed: Readonly<Record<'full' | 'denied' | 'other', string>>;
  readonly download: string;
  readonly copy: string;
  readonly copyNote: string;
  readonly conflict: (time: string) => string;
  readonly begun: (time: string) => string;
  readonly takeTheirs: string;
  readonly takeDraft: string;
  readonly takeOurs: string;
  readonly tookTheirs: string;
  readonly removed: string;
  readonly fileName: string;
}

export const draftStrings: Readonly<Record<Language, DraftStrings>> = {
  'zh-CN': {
    saving: '正在保存…',
    saved: (time) => `草稿已保存 ${time}`,
    unsaved: '未能保存',
    restored: (time) => `已恢复 ${time} 保存的草稿。`,
    discard: '放弃草稿，重新填写',
    discarded: '草稿已放弃。',
    undo: '撤销',
    dismiss: '知道了',
    older: '这份草稿是按较早版本的表单保存的，请逐项核对。',
    left: '下列内容在现在的表单里没有对应的栏目，仍留在草稿里，不会提交：',
    drop: '从草稿中删除',
    keep: '先留着',
    changed: (titles) => `下列栏目的选项或填法变了，请重新填写：${titles}`,
    unreadable: '已保存的草稿无法读取，已原样另存一份；请重新填写。',
    loadFailed: '已保存的草稿暂时读不到。在读到或放弃它之前，这里填写的内容不会自动保存。',
    retry: '重试',
    startAfresh: '不用旧草稿，从这里重新保存',
    failed: {
      full: '草稿未能保存：存储空间已满。可以继续填写，请及时把所填内容下载或复制出来。',
      denied: '草稿未能保存：浏览器不允许保存数据。可以继续填写，请及时把所填内容下载或复制出来。',
      other: '草稿未能保存。可以继续填写，请稍后重试，或把所填内容下载或复制出来。',
    },
    download: '下载所填内容',
    copy: '复制所填内容',
    copyNote: '下列文字就是全部所填内容，可全选复制保存。',
    conflict: (time) => `这份草稿在另一个窗口里改过（${time} 保存）。为免互相覆盖，这里已暂停自动保存。`,
    begun: (time) => `这里有一份 ${time} 保存的草稿，而您已经开始填写。为免互相覆盖，这里已暂停自动保存。`,
    takeTheirs: '载入另一个窗口的内容',
    takeDraft: '载入草稿',
    takeOurs: '以这里的内容为准',
    tookTheirs: '已载入保存的内容，这里原来填写的可以撤销找回。',
    removed: '这份草稿已在另一个窗口里提交或删除。在这里继续填写会重新建立草稿。',
    fileName: '填写内容',
  },
  en: {
    saving: 'Saving…',
    saved: (time) => `Draft saved ${time}`,
    unsaved: 'Not saved',
    restored: (time) => `Draft of ${time} restored.`,
    discard: 'Discard the draft and start again',
    discarded: 'The draft is discarded.',
    undo: 'Undo',
    dismiss: 'OK',
    older: 'This draft was saved with an earlier version of the form; please check every answer.',
    left: 'The form has no field for these answers any more. They stay in the draft and are not submitted:',
    drop: 'Delete from the draft',
    keep: 'Keep for now',
    changed: (titles) =>
      `The options or the kind of these fields have changed, please answer again: ${titles}`,
    unreadable: 'The saved draft cannot be read. A copy was put aside; please fill in the form again.',
    loadFailed:
      'The saved draft cannot be reached now. Until it is, or you do without it, nothing you write here is saved by itself.',
    retry: 'Retry',
    startAfresh: 'Do without the old draft and save from here',
    failed: {
      full: 'The draft could not be saved: the storage is full. Go on writing, and download or copy your answers in good time.',
      denied:
        'The draft could not be saved: the browser does not allow storing data. Go on writing, and download or copy your answers in good time.',
      other: 'The draft could not be saved. Go on writing; retry later, or download or copy your answers.',
    },
    download: 'Download the answers',
    copy: 'Copy the answers',
    copyNote: 'This text holds all answers; select and copy it to keep them.',
    conflict: (time) =>
      `This draft was changed in another window (saved ${time}). Nothing is saved here by itself now, so that neither overwrites the other.`,
    begun: (time) =>
      `There is a draft of ${time}, and you have begun to write. Nothing is saved by itself now, so that neither overwrites the other.`,
    takeTheirs: 'Load what the other window saved',
    takeDraft: 'Load the draft',
    takeOurs: 'Go on with what is here',
    tookTheirs: 'The saved answers are loaded; undo brings back what you had here.',
    removed: 'This draft was submitted or removed in another window. Going on here starts a new draft.',
    fileName: 'answers',
  },
};
