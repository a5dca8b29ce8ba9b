import type { Language } from '@zhinan/model';

const zhCN = {
  running: (percent: number) => `上传中 ${percent}%`,
  done: (name: string) => `${name} 已上传`,
  cancelled: (name: string) => `已取消上传 ${name}`,
  failed: '上传未成功，文件仍在，可重试',
  damaged: '存下的文件与所选的不一致，可能传坏了，请重试',
  same: (name: string) => `与已上传的“${name}”内容相同，不再上传`,
  pending: (title: string) => `「${title}」仍有文件未上传完成`,
  noUploader: '此页面未提供上传服务',
  wrongType: '文件类型不符合要求',
  tooLarge: '文件超过大小限制',
  tooMany: (limit: number) => `最多 ${limit} 个文件`,
};

export type UploadStrings = typeof zhCN;

const en: UploadStrings = {
  running: (percent) => `Uploading ${percent}%`,
  done: (name) => `${name} uploaded`,
  cancelled: (name) => `Upload of ${name} cancelled`,
  failed: 'The upload failed; the file is kept and can be retried',
  damaged: 'What was stored differs from the file chosen; please retry',
  same: (name) => `The same content as “${name}”, which is uploaded already`,
  pending: (title) => `${title}: A file is still being uploaded`,
  noUploader: 'This page offers no upload service',
  wrongType: 'This type of file is not accepted',
  tooLarge: 'The file is larger than allowed',
  tooMany: (limit) => `At most ${limit} files`,
};

export const uploadStrings: Readonly<Record<Language, UploadStrings>> = { 'zh-CN': zhCN, en };
