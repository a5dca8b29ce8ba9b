// The portal's own script: gives the element its adapters. Nothing here comes from the generator.

/** Drafts stay in this browser. */
const storage = {
  load: (key) => JSON.parse(localStorage.getItem(`draft:${key}`) ?? 'null') ?? undefined,
  save: (key, draft) => localStorage.setItem(`draft:${key}`, JSON.stringify(draft)),
  remove: (key) => localStorage.removeItem(`draft:${key}`),
};

const hex = (buffer) =>
  Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** A stand-in for the portal's file service: the page may not connect anywhere, so the bytes stay here. */
const uploader = {
  async upload(file, { signal, onProgress }) {
    for (let done = 1; done <= 4; done += 1) {
      await new Promise((resolve) => setTimeout(resolve, 40));
      signal.throwIfAborted();
      onProgress(done / 4);
    }
    const sha256 = hex(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
    return {
      name: file.name,
      mediaType: file.type,
      size: file.size,
      sha256,
      ref: `portal:${sha256.slice(0, 16)}`,
    };
  },
};

await customElements.whenDefined('zn-xinjiang-craftsman-application');
const application = document.querySelector('zn-xinjiang-craftsman-application');
const saved = document.querySelector('#saved');
application.storage = storage;
application.uploader = uploader;
application.addEventListener('save', () => {
  saved.textContent = '草稿已保存在本机';
});
