import 'xinjiang-craftsman-2025/craftsman/define/application';
import { createApp } from 'vue';
import Portal from './Portal.vue';

createApp(Portal).mount('#app');
