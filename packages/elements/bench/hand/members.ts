import { html, type TemplateResult } from 'lit';
import { Checker, day, entries, type Errors, length, oneOf, whole } from './checks.ts';
import { list, section, select, text } from './fields.ts';
import { HandForm } from './hand-form.ts';
import { levels } from './options.ts';

/** The list of rows with five columns. */
class HandMembers extends HandForm {
  protected override heading = '五列清单';

  protected override check(): Errors {
    const check = new Checker(this.answers);
    check.required('members', '成员', entries(1, 2000));
    check.each('members', (row) => {
      row.required('name', '姓名', length(2, 40));
      row.required('unit', '工作单位', length(4, 80));
      row.required('level', '技能等级', oneOf(levels));
      row.required('since', '入职日期', day);
      row.required('amount', '补助金额', whole(1, 200_000));
    });
    return check.errors;
  }

  protected override fields(): TemplateResult {
    const required = true;
    return html`${section('成员', [
      list(
        this,
        'members',
        '成员',
        '成员',
        (row) => [
          text(this, `${row}.name`, '姓名', { required }),
          text(this, `${row}.unit`, '工作单位', { required, hint: '与登记证书一致的全称。' }),
          select(this, `${row}.level`, '技能等级', levels, { required }),
          text(this, `${row}.since`, '入职日期', { required, type: 'date' }),
          text(this, `${row}.amount`, '补助金额', { required, unit: '元', hint: '1 元至 20 万元。' }),
        ],
        { required, hint: '1 至 2000 名。' },
      ),
    ])}`;
  }
}

customElements.define('hand-members', HandMembers);
