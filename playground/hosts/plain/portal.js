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

/** A stand-in for the portal's register of units, invented like the rest, and here for the same reason. */
const units = new Map([
  ['91650100MA7EXAM26W', { employerName: '测试精密加工有限公司', legalRepresentative: '测试戊' }],
]);

const lookup = {
  async find(register, by, { signal }) {
    await new Promise((resolve) => setTimeout(resolve, 300));
    signal.throwIfAborted();
    if (register !== 'unit-register') throw new Error(`no register ${register}`);
    const answers = units.get(by.employerUscc);
    return answers && { answers, source: '演练用单位登记库', verified: true };
  },
};

await customElements.whenDefined('zn-xinjiang-craftsman-application');
const application = document.querySelector('zn-xinjiang-craftsman-application');
const saved = document.querySelector('#saved');
application.storage = storage;
application.uploader = uploader;
application.lookup = lookup;
application.addEventListener('save', () => {
  saved.textContent = '草稿已保存在本机';
});
